import type { DrawdownRow } from "../../core/metrics/drawdown-table.ts";
import { formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";
import { type BarTime, barCell } from "./bar-time.ts";
import { numberCell, table } from "./table.ts";

/**
 * The deepest drawdowns, deepest first: depth, peak, trough, recovery, length. Bars are told by their numbers, `firstBar`
 * being that of bar 0, or by `timeOf` where they have real times.
 */
export function drawdownsTable(
  label: string,
  drawdowns: readonly DrawdownRow[],
  firstBar: number,
  timeOf: BarTime | null = null,
): Html {
  if (drawdowns.length === 0) return html`<p class="small">${say("noDrawdowns")}</p>`;
  const rows = drawdowns.map(
    ({ depth, peakBar, troughBar, recoveryBar, bars }, i) =>
      html`<tr><td>${i + 1}</td>${numberCell(depth, formatPercent(depth))}${barCell(peakBar, firstBar, timeOf)}${barCell(troughBar, firstBar, timeOf)}${recoveryBar === null ? html`<td>–</td>` : barCell(recoveryBar, firstBar, timeOf)}<td>${bars}</td></tr>`,
  );
  const columns = [
    { head: "#" },
    { head: term("drawdownDepth") },
    { head: say(timeOf === null ? "peakBar" : "peakTime") },
    { head: say(timeOf === null ? "troughBar" : "troughTime") },
    { head: say(timeOf === null ? "recoveryBar" : "recoveryTime") },
    { head: term("drawdownLength") },
  ];
  return table(label, columns, rows, "sortable");
}
