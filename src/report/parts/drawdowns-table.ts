import type { DrawdownRow } from "../../core/metrics/drawdown-table.ts";
import { formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";
import { numberCell, table } from "./table.ts";

/** The deepest drawdowns, deepest first: depth, peak, trough, recovery, length. `firstBar` is the number of bar 0. */
export function drawdownsTable(label: string, drawdowns: readonly DrawdownRow[], firstBar: number): Html {
  if (drawdowns.length === 0) return html`<p class="small">${say("noDrawdowns")}</p>`;
  const rows = drawdowns.map(
    ({ depth, peakBar, troughBar, recoveryBar, bars }, i) =>
      html`<tr><td>${i + 1}</td>${numberCell(depth, formatPercent(depth))}<td>${firstBar + peakBar}</td><td>${firstBar + troughBar}</td><td>${recoveryBar === null ? "–" : firstBar + recoveryBar}</td><td>${bars}</td></tr>`,
  );
  const columns = [
    { head: "#" },
    { head: term("drawdownDepth") },
    { head: say("peakBar") },
    { head: say("troughBar") },
    { head: say("recoveryBar") },
    { head: term("drawdownLength") },
  ];
  return table(label, columns, rows, "sortable");
}
