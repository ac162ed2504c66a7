import { type Stage, stages } from "../../core/failure.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { formatCount } from "../format.ts";
import { Html, html } from "../html.ts";

/** How many attempts of each model passed each stage, and how many were lost there. */
export function funnelTable(ranking: Ranking): Html {
  const rows = ranking.models.map((row) => {
    let left = row.attempts;
    const cells = stages.map((stage) => {
      const lost = lostAt(row, stage);
      left -= lost;
      const share = row.attempts === 0 ? 0 : Math.round((100 * left) / row.attempts);
      return html`<td class="bar" style="--m:${share}%"><i></i>${left}${lost > 0 && html`<b>−${lost}</b>`}</td>`;
    });
    return html`<tr class="${row.baseline ? "baseline" : ""}"><th scope="row" class="l stick">${row.model}</th><td>${formatCount(row.attempts)}</td>${cells}</tr>`;
  });
  const heads = stages.map((stage) => html`<th scope="col">${stage}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Attempts that passed each stage"><table>
<thead><tr><th scope="col" class="l stick">model</th><th scope="col">attempts</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What fails at the last stage (a program unlike its reference) was still scored: it is no loss of the funnel. */
function lostAt(row: RankingRow, stage: Stage): number {
  return stage === "scored" ? 0 : (row.failures[stage] ?? 0);
}

/** A number as a piece of style, in percent. */
export function percentStyle(fraction: number): Html {
  return new Html(`--m:${Math.round(100 * Math.min(1, Math.max(0, fraction)))}%`);
}
