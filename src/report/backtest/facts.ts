import { formatCount, formatNumber } from "../format.ts";
import { type Html, html } from "../html.ts";

/** What stands under the heading of a back-test. */
export interface BacktestFacts {
  /** The strategy's or the positions' file, as the user wrote it. */
  readonly file: string;
  /** Times of the bars, ms UTC. */
  readonly time: readonly number[];
  readonly barsPerYear: number;
  readonly rebalance: string;
  readonly initial: number;
}

/** Names and values side by side; `more` follow. */
export function backtestFacts(
  { file, time, barsPerYear, rebalance, initial }: BacktestFacts,
  more: readonly (readonly [name: string, value: string])[],
): Html {
  const pairs = [
    ["file", file],
    ["bars", formatCount(time.length)],
    ["from", day(time[0])],
    ["to", day(time.at(-1))],
    ["bars per year", formatNumber(barsPerYear, 0)],
    ["rebalance", rebalance],
    ["starting equity", String(initial)],
    ...more,
  ];
  return html`<dl class="facts">${pairs.map(([name = "", value = ""]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The day of a time, 2020-01-31; a dash where there is none. */
export function day(time: number | undefined): string {
  return time === undefined ? "–" : new Date(time).toISOString().slice(0, 10);
}
