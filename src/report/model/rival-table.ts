import type { RankingPair, RankingRow } from "../../core/ranking/ranking.ts";
import type { Estimate } from "../../core/stats/estimate.ts";
import { type CellAxis, intervalCell, intervalHead } from "../charts/interval-cell.ts";
import { formatP, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { numberCell, table } from "../parts/table.ts";
import { rankRange } from "../ranking/points.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** One model against another: the estimate of its overall score less the other's, and what all tests together say. */
export interface Rival {
  readonly row: RankingRow;
  readonly estimate: Estimate;
  readonly pair: RankingPair;
}

/** Paired differences to others, with intervals drawn on one axis about 0. */
export function rivalTable(model: string, rivals: readonly Rival[], links: RunLinks): Html {
  const ends = rivals.flatMap(({ estimate }) => [estimate.value, ...(estimate.interval ?? [])]);
  const reach = 5 * Math.ceil(Math.max(5, ...ends.map(Math.abs)) / 5);
  const axis: CellAxis = { domain: [-reach, reach], ticks: [-reach, 0, reach], width: 180 };
  const columns = [
    { head: say("rankHead") },
    { head: say("modelHead"), words: true },
    {
      head: html`<span class="unseen">${say("differenceDrawn")}</span>${intervalHead(axis, (value) => formatSigned(value, 0).replace("+0", "0"))}`,
    },
    { head: term("pairedDifference", say("differenceHead")) },
    { head: term("standardError") },
    { head: term("pValue") },
    { head: term("holm") },
    { head: say("verdictHead"), words: true },
  ];
  return table(
    sayBoth("neighbours"),
    columns,
    rivals.map((rival) => rivalRow(model, rival, axis, links)),
    "sortable",
  );
}

function rivalRow(model: string, { row, estimate, pair }: Rival, axis: CellAxis, links: RunLinks): Html {
  const { value, interval, standardError } = estimate;
  const href = links.pair(model, row.model);
  const name = href === null ? html`${row.model}` : html`<a href="${href}">${row.model}</a>`;
  const verdict = !pair.significant ? "notSignificant" : value > 0 ? "significantlyBetter" : "significantlyWorse";
  return html`<tr class="${row.baseline && "baseline"}">${numberCell(row.rank, `${row.rank ?? "–"} (${rankRange(row)})`)}<th scope="row" class="l stick">${name}</th><td class="drawn" data-v="${value}">${intervalCell(axis, { value, interval, hollow: !pair.significant })}</td>${numberCell(value, formatSigned(value, 1))}${numberCell(standardError, standardError === null ? "–" : standardError.toFixed(1))}${numberCell(pair.p, formatP(pair.p))}${numberCell(pair.pHolm, formatP(pair.pHolm))}<td class="l">${say(verdict)}</td></tr>`;
}
