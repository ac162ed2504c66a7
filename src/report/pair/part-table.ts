import type { Comparison } from "../../core/ranking/compare-pair.ts";
import type { Weights } from "../../core/ranking/ranking.ts";
import { parts } from "../../core/ranking/score-table.ts";
import type { Estimate } from "../../core/stats/estimate.ts";
import { formatP, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** The difference of two models overall and in each part. */
export function partTable(comparison: Comparison, weights: Weights): Html {
  const { a, b, counts, overall } = comparison;
  const rows = parts.flatMap((part) => {
    const { a: ahead, b: behind, equal } = counts[part];
    if (ahead + behind + equal === 0) return [];
    const numbers = [`${Number(weights[part].toFixed(3))}`, ahead + behind + equal, ahead, equal, behind];
    return [row(term(part), numbers, comparison[part])];
  });
  const columns = [
    { head: say("partHead"), words: true },
    { head: say("weightHead") },
    { head: say("unitsHead") },
    { head: say("aAhead", { a }) },
    { head: say("equalHead") },
    { head: say("aAhead", { a: b }) },
    { head: term("pairedDifference", say("differenceHead")) },
    { head: "95\u00a0%" },
    { head: term("pValue") },
  ];
  return table(sayBoth("pairParts"), columns, [...rows, row(term("overall"), ["", "", "", "", ""], overall)]);
}

function row(name: Content, numbers: readonly Content[], estimate: Estimate | null): Html {
  const interval = estimate?.interval;
  const range = interval ? `${formatSigned(interval[0], 1)} … ${formatSigned(interval[1], 1)}` : "–";
  const cells = [...numbers, formatSigned(estimate?.value ?? null, 1), range, formatP(estimate?.p ?? null)];
  return html`<tr><th scope="row" class="l">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}
