import type { Attempt } from "../../core/attempt.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { type Track, tracks } from "../../core/task.ts";
import type { AttemptHref } from "../attempt-link.ts";
import { formatNumber, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { percentStyle } from "./funnel-table.ts";

/** What the matrix shows. */
export interface TaskMatrixInput {
  readonly manifest: Manifest;
  readonly ranking: Ranking;
  readonly attempts: readonly Attempt[];
  readonly href: AttemptHref;
}

/** Mean score of every model at every task, coloured, each a link to the attempts behind it. */
export function taskMatrix({ manifest, ranking, attempts, href }: TaskMatrixInput): Html {
  const byCell = Map.groupBy(attempts, (attempt) => `${attempt.task}\n${attempt.model}`);
  const heads = ranking.models.map((row) => html`<th scope="col"><span class="turn">${row.model}</span></th>`);
  const groups = tracks.map((track) => {
    const tasks = manifest.plan.tasks.filter((task) => task.track === track);
    if (tasks.length === 0) return null;
    const rows = tasks.map((task) => {
      const cells = ranking.models.map((row) =>
        cell(track, row.tasks[task.id] ?? null, byCell.get(`${task.id}\n${row.model}`) ?? [], href),
      );
      return html`<tr><th scope="row" class="l stick">${task.id}</th>${cells}</tr>`;
    });
    return html`<tr class="group"><th class="l stick" scope="rowgroup">${track}</th></tr>${rows}`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Scores by task and model"><table class="heat">
<thead><tr><th class="l stick">task</th>${heads}</tr></thead><tbody>${groups}</tbody></table></div>`;
}

function cell(track: Track, score: number | null, attempts: readonly Attempt[], href: AttemptHref): Html {
  const [first, ...others] = attempts;
  if (first === undefined) return html`<td><span class="muted">–</span></td>`;
  const text = score === null ? "–" : scoreText(track, score);
  const more = others.map((attempt, i) => html`<a href="${href(attempt)}">${name(attempt, i + 2)}</a>`);
  const body: Content = html`<a href="${href(first)}" title="${reason(first)}">${text}</a>${more}`;
  if (score === null) return html`<td>${body}</td>`;
  const depth = shade(track, score);
  if (Math.abs(depth) < 0.01) return html`<td>${body}</td>`;
  return html`<td class="${depth > 0 ? "up" : "down"}" style="${percentStyle(0.6 * Math.abs(depth))}">${body}</td>`;
}

/** "2", "3 zh": which attempt of the cell. */
function name(attempt: Attempt, place: number): string {
  return attempt.lang === "en" ? `${place}` : `${place} ${attempt.lang}`;
}

function reason(attempt: Attempt): string {
  if (attempt.notAttempted !== null) return "not attempted";
  return attempt.failure === null ? "scored" : attempt.failure.kind;
}

/** Implement and repair are passed or not; several attempts give a share. */
function scoreText(track: Track, score: number): string {
  return track === "implement" || track === "repair"
    ? formatNumber(score, score % 1 === 0 ? 0 : 2)
    : formatSigned(score, 2);
}

/** Where a score stands between the worst (−1) and the best (1) of its track. */
function shade(track: Track, score: number): number {
  const place = track === "implement" || track === "repair" ? 2 * score - 1 : score;
  return Math.min(1, Math.max(-1, place));
}
