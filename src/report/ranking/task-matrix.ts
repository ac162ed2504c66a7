import type { Attempt } from "../../core/attempt.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { type Track, tracks } from "../../core/task.ts";
import { formatNumber, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import { named, nameText } from "../named.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { percentStyle } from "./funnel-table.ts";
import { linked } from "./model-name.ts";

/** What the matrix shows. */
export interface TaskMatrixInput {
  readonly manifest: Manifest;
  readonly ranking: Ranking;
  readonly attempts: readonly Attempt[];
  readonly links: RunLinks;
}

/** Mean score of every model at every task, coloured, each a link to the attempts behind it. */
export function taskMatrix({ manifest, ranking, attempts, links }: TaskMatrixInput): Html {
  const byCell = Map.groupBy(attempts, (attempt) => `${attempt.task}\n${attempt.model}`);
  const heads = ranking.models.map(
    (row) => html`<th scope="col"><span class="turn">${linked(row.model, links.model(row.model))}</span></th>`,
  );
  const groups = tracks.map((track) => {
    const tasks = manifest.plan.tasks.filter((task) => task.track === track);
    if (tasks.length === 0) return null;
    const rows = tasks.map((task) => {
      const cells = ranking.models.map((row) =>
        scoreCell(track, row.tasks[task.id] ?? null, byCell.get(`${task.id}\n${row.model}`) ?? [], links),
      );
      return html`<tr><th scope="row" class="l stick">${linked(task.id, links.task(task.id))}</th>${cells}</tr>`;
    });
    return html`<tr class="group"><th class="l stick" scope="rowgroup">${named("track", track)}</th></tr>${rows}`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("byTaskTable")}"><table class="heat">
<thead><tr><th class="l stick">${say("taskHead")}</th>${heads}</tr></thead><tbody>${groups}</tbody></table></div>`;
}

/** A mean score as a cell of a heat map, with a link to each attempt behind it. */
export function scoreCell(track: Track, score: number | null, attempts: readonly Attempt[], links: RunLinks): Html {
  const [first, ...others] = attempts;
  if (first === undefined) return html`<td><span class="muted">–</span></td>`;
  const text = score === null ? "–" : scoreText(track, score);
  const more = others.map((attempt, i) => html`<a href="${links.attempt(attempt)}">${attemptName(attempt, i + 2)}</a>`);
  const body = html`<a href="${links.attempt(first)}" title="${reason(first)}">${text}</a>${more}`;
  if (score === null) return html`<td>${body}</td>`;
  const depth = scoreDepth(track, score);
  if (Math.abs(depth) < 0.01) return html`<td>${body}</td>`;
  return html`<td class="${depth > 0 ? "up" : "down"}" style="${percentStyle(0.6 * Math.abs(depth))}">${body}</td>`;
}

/** "2", "3 zh": which attempt of the cell. */
function attemptName(attempt: Attempt, place: number): string {
  return attempt.lang === "en" ? `${place}` : `${place} ${attempt.lang}`;
}

function reason(attempt: Attempt): string {
  if (attempt.notAttempted !== null) return sayBoth("notAttempted");
  const [kind, word] =
    attempt.failure === null ? (["stage", "scored"] as const) : (["failure", attempt.failure.kind] as const);
  return `${nameText("en", kind, word)} / ${nameText("zh", kind, word)}`;
}

/** A score of a track as its tables show it. Implement and repair are passed or not; several attempts give a share. */
export function scoreText(track: Track, score: number): string {
  return track === "implement" || track === "repair"
    ? formatNumber(score, score % 1 === 0 ? 0 : 2)
    : formatSigned(score, 2);
}

/** Where a score stands between the worst (−1) and the best (1) of its track. */
export function scoreDepth(track: Track, score: number): number {
  const place = track === "implement" || track === "repair" ? 2 * score - 1 : score;
  return Math.min(1, Math.max(-1, place));
}
