import type { Attempt } from "../../core/attempt.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import type { PathScore } from "../../core/score/path-score.ts";
import { utility } from "../../core/score/utility.ts";
import { mean } from "../../core/stats/estimate.ts";
import { formatPercent, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { shade } from "../parts/shade.ts";
import { linked } from "../ranking/model-name.ts";
import { scoreCell } from "../ranking/task-matrix.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";

/** What a path's column is headed by. */
export interface PathHead {
  readonly score: PathScore;
  /** Return of its market over the scored bars; null where the bars are not at hand. */
  readonly market: number | null;
}

/** U of every model on every path of one task, beside its score. */
export function pathUtilities(
  ranking: Ranking,
  attempts: readonly Attempt[],
  heads: readonly PathHead[],
  links: RunLinks,
): Html {
  const byModel = Map.groupBy(attempts, (attempt) => attempt.model);
  const rows = ranking.models.flatMap((row) => {
    const own = byModel.get(row.model);
    return own === undefined ? [] : [modelRow(row, own, heads, links)];
  });
  const columns = heads.map(
    ({ score }) =>
      html`<th scope="col">${score.path}${score.stress && " !"}<br>${named("path", score.kind)}<br>${named("regime", score.regime)}</th>`,
  );
  const market = heads.map(({ market }) => html`<td>${formatPercent(market)}</td>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("sideBySide")}"><table class="heat">
<thead><tr><th class="l stick" scope="col">${say("modelHead")}</th><th scope="col">${say("scoreHead")}</th>${columns}</tr></thead>
<tbody>${rows}<tr><th scope="row" class="l stick muted">${say("marketReturnRow")}</th><td></td>${market}</tr></tbody></table></div>`;
}

function modelRow(row: RankingRow, own: readonly Attempt[], heads: readonly PathHead[], links: RunLinks): Html {
  const [first] = own;
  const score = mean(own.flatMap((attempt) => attempt.score ?? []));
  const scored = own.filter((attempt) => attempt.failure === null && attempt.paths.length > 0);
  const name = html`<th scope="row" class="l stick">${linked(row.model, links.model(row.model))}</th>`;
  const cell = scoreCell(first?.track ?? "design", score, own, links);
  if (scored.length === 0) {
    return html`<tr>${name}${cell}<td class="l" colspan="${heads.length}"><span class="muted">${whyNot(own)}</span></td></tr>`;
  }
  const cells = heads.map((head) => {
    const value = utilityOn(head.score.path, scored);
    return html`<td${shade(value, 1)}>${formatSigned(value, 2)}</td>`;
  });
  return html`<tr>${name}${cell}${cells}</tr>`;
}

/** The mean over the attempts of U on that path alone; null if none met it. */
export function utilityOn(path: string, attempts: readonly Attempt[]): number | null {
  return mean(
    attempts.flatMap((attempt) => {
      const met = attempt.paths.filter((one) => one.path === path);
      return met.length === 0 ? [] : [utility(met).value];
    }),
  );
}

function whyNot(attempts: readonly Attempt[]): Html {
  const kinds = [...new Set(attempts.flatMap((attempt) => attempt.failure?.kind ?? []))];
  if (kinds.length === 0) return say("notAttempted");
  return html`${kinds.map((kind, i) => html`${i > 0 && ", "}${named("failure", kind)}`)}`;
}
