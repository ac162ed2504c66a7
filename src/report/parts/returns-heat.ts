import { type MonthlyReturns, monthlyReturns } from "../../core/metrics/monthly-returns.ts";
import { formatNumber } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { shade } from "./shade.ts";

/** Bars of fewer months have no table worth reading. */
const leastMonths = 3;
/** Years that a page shows. */
const mostYears = 30;
/** Real years that it shows, the latest. */
const mostRealYears = 100;

/**
 * Returns by month and year, coloured up to the strongest month and the strongest year; null for a span of less than
 * three months. Percent, after costs. Years are numbered unless `real`: the times of a path are shifted, and name none.
 */
export function returnsHeat(
  label: string,
  time: ArrayLike<number>,
  equity: ArrayLike<number>,
  real = false,
): Html | null {
  const years = monthlyReturns(time, equity);
  const months = years.flatMap((year) => year.months.flatMap((value) => value ?? []));
  if (months.length < leastMonths) return null;
  const shown = real ? years.slice(-mostRealYears) : years.slice(0, mostYears);
  const full = strongest(months);
  const fullYear = strongest(years.flatMap((year) => year.total ?? []));
  const heads = Array.from({ length: 12 }, (_, i) => html`<th scope="col">${i + 1}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="heat small"><thead><tr><th scope="col" class="l">${say("year")}</th>${heads}<th scope="col">${say("wholeYear")}</th></tr></thead>
<tbody>${shown.map((year, i) => row(year, real ? year.year : i + 1, full, fullYear))}</tbody></table></div>`;
}

function row({ months, total }: MonthlyReturns, number: number, full: number, fullYear: number): Html {
  const cell = (value: number | null, most: number): Content =>
    html`<td${shade(value, most)}><span>${value === null ? "" : formatNumber(100 * value, 1)}</span></td>`;
  return html`<tr><th scope="row" class="l">${number}</th>${months.map((value) => cell(value, full))}${cell(total, fullYear)}</tr>`;
}

function strongest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
