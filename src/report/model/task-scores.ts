import type { Attempt } from "../../core/attempt.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { mean } from "../../core/stats/estimate.ts";
import { tracks } from "../../core/task.ts";
import { formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { linked } from "../ranking/model-name.ts";
import { scoreCell, scoreText } from "../ranking/task-matrix.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";

/** What the table shows of one model. */
export interface TaskScoresInput {
  readonly row: RankingRow;
  readonly ranking: Ranking;
  readonly manifest: Manifest;
  /** Of this model. */
  readonly attempts: readonly Attempt[];
  readonly links: RunLinks;
}

/** The score of one model at every task, against the mean of the other models. */
export function taskScores({ row, ranking, manifest, attempts, links }: TaskScoresInput): Html {
  const others = ranking.models.filter((one) => !one.baseline && one.model !== row.model);
  const groups = tracks.map((track) => {
    const tasks = manifest.plan.tasks.filter(
      (task) => task.track === track && attempts.some((one) => one.task === task.id),
    );
    if (tasks.length === 0) return null;
    const rows = tasks.map((task) => {
      const score = row.tasks[task.id] ?? null;
      const field = mean(others.flatMap((one) => one.tasks[task.id] ?? []));
      const ahead = score === null || field === null ? null : score - field;
      const own = attempts.filter((attempt) => attempt.task === task.id);
      return html`<tr><th scope="row" class="l stick">${linked(task.id, links.task(task.id))}</th><td>${task.level}</td>${scoreCell(track, score, own, links)}<td>${field === null ? "–" : scoreText(track, field)}</td><td>${formatSigned(ahead, 2)}</td></tr>`;
    });
    return html`<tr class="group"><th class="l stick" scope="rowgroup" colspan="5">${named("track", track)}</th></tr>${rows}`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("everyTask")}"><table class="heat">
<thead><tr><th class="l stick" scope="col">${say("taskHead")}</th><th scope="col">${say("levelHead")}</th><th scope="col">${say("scoreHead")}</th><th scope="col">${say("othersMean")}</th><th scope="col">${say("aheadOfOthers")}</th></tr></thead><tbody>${groups}</tbody></table></div>`;
}
