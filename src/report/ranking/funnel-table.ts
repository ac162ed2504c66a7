import { type Stage, stages } from "../../core/failure.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { RankingRow } from "../../core/ranking/ranking.ts";
import { formatCount } from "../format.ts";
import { Html, html } from "../html.ts";
import { named } from "../named.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { modelName } from "./model-name.ts";

/** How many attempts of each model passed each stage, how many were lost there, and by what kinds of failure. */
export function funnelTable(models: readonly RankingRow[], manifest: Manifest, links: RunLinks): Html {
  const rows = models.map((row) => {
    let left = row.attempts;
    const cells = stages.map((stage) => {
      const lost = lostAt(row, stage);
      left -= lost;
      const share = row.attempts === 0 ? 0 : Math.round((100 * left) / row.attempts);
      return html`<td class="bar" style="--m:${share}%"><i></i>${left}${lost > 0 && html`<b>−${lost}</b>`}</td>`;
    });
    return html`<tr class="${row.baseline && "baseline"}"><th scope="row" class="l stick">${modelName(row, manifest.models, links)}</th><td>${formatCount(row.attempts)}</td>${cells}<td class="wrap few">${failuresCaught(row)}</td></tr>`;
  });
  const heads = stages.map((stage) => html`<th scope="col">${named("stage", stage)}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("funnelTable")}"><table class="dense">
<thead><tr><th scope="col" class="l stick">${say("modelHead")}</th><th scope="col">${say("attemptsHead")}</th>${heads}<th scope="col" class="l">${say("funnelFailures")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What fails at the last stage (a program unlike its reference) was still scored: it is no loss of the funnel. */
function lostAt(row: RankingRow, stage: Stage): number {
  return stage === "scored" ? 0 : (row.failures[stage] ?? 0);
}

/** Kinds of failure and how often, the commonest first. */
function failuresCaught(row: RankingRow): Html {
  const kinds = Object.entries(row.failureKinds).sort(([, a], [, b]) => b - a);
  if (kinds.length === 0) return html`–`;
  return html`${kinds.map(([kind, count], i) => html`${i > 0 && ", "}${named("failure", kind)} ${count}`)}`;
}

/** A number as a piece of style, in percent. */
export function percentStyle(fraction: number): Html {
  return new Html(`--m:${Math.round(100 * Math.min(1, Math.max(0, fraction)))}%`);
}
