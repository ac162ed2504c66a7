import { isDaily } from "../../core/market/format-csv.ts";
import { type Html, html } from "../html.ts";

/** What the time of a bar reads like, by its place in the columns. */
export type BarTime = (bar: number) => string;

/** Times of bars in UTC: 2020-01-31, or 2020-01-31 09:30 where bars are shorter than a day; a dash where there is none. */
export function barTimes(time: ArrayLike<number>): BarTime {
  const length = isDaily(time) ? 10 : 16;
  return (bar) => {
    const ms = time[bar];
    return ms === undefined || Number.isNaN(ms) ? "–" : new Date(ms).toISOString().slice(0, length).replace("T", " ");
  };
}

/** The cell of a bar: its number counted from `firstBar`, or its time; both are sorted as bars follow one another. */
export function barCell(bar: number, firstBar: number, timeOf: BarTime | null): Html {
  return timeOf === null ? html`<td>${firstBar + bar}</td>` : html`<td data-v="${bar}">${timeOf(bar)}</td>`;
}
