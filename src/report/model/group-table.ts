import type { Attempt } from "../../core/attempt.ts";
import type { PathScore } from "../../core/score/path-score.ts";
import { utility } from "../../core/score/utility.ts";
import { mean } from "../../core/stats/estimate.ts";
import { langs, tracks, tradingTracks } from "../../core/task.ts";
import { formatCount, formatPercent, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { shade } from "../parts/shade.ts";
import { numberCell, table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";

/** What one line of the table is about. */
interface Group {
  readonly name: Content;
  readonly attempts: readonly Attempt[];
}

/** Scores of one model by track, level and language; and by kind of path and market. */
export function groupTable(attempts: readonly Attempt[]): Html {
  const tried = attempts.filter((attempt) => attempt.notAttempted === null);
  const by = (name: Content, keep: (attempt: Attempt) => boolean): Group => ({ name, attempts: tried.filter(keep) });
  const byTrack = tracks.map((track) => by(named("track", track), (one) => one.track === track));
  const byLevel = [1, 2, 3].map((level) => by(level, (one) => one.level === level));
  const byLang = langs.map((lang) => by(named("lang", lang), (one) => one.lang === lang));
  const sections = [
    section(say("groupTrack"), byTrack),
    section(say("groupLevel"), byLevel),
    byLang.filter((group) => group.attempts.length > 0).length > 1 && section(say("groupLang"), byLang),
    pathSection(
      say("groupKind"),
      tried,
      (["history", "mirror", "twin"] as const).map((kind) => [named("path", kind), (path) => path.kind === kind]),
    ),
    pathSection(
      say("groupRegime"),
      tried,
      (["rising", "falling", "flat"] as const).map((regime) => [
        named("regime", regime),
        (path) => path.regime === regime,
      ]),
    ),
  ];
  const columns = [
    { head: say("groupHead"), words: true },
    { head: say("tasksCount") },
    { head: say("attemptsCount") },
    { head: say("ranToEnd") },
    { head: say("meanUtility") },
    { head: say("meanEngineering") },
  ];
  return html`<div class="heat">${table(sayBoth("byGroup"), columns, sections)}</div>`;
}

function section(name: Content, groups: readonly Group[]): Html {
  const rows = groups.filter((group) => group.attempts.length > 0).map(groupRow);
  return html`<tr class="group"><th class="l" scope="rowgroup" colspan="6">${name}</th></tr>${rows}`;
}

function groupRow({ name, attempts }: Group): Html {
  const tasks = new Set(attempts.map((attempt) => attempt.task)).size;
  const ran = mean(attempts.map((attempt) => (attempt.stage === "scored" ? 1 : 0)));
  const scores = (trading: boolean): number | null =>
    mean(attempts.flatMap((one) => (tradingTracks.includes(one.track) === trading ? (one.score ?? []) : [])));
  return html`<tr><th scope="row" class="l">${name}</th><td>${tasks}</td><td>${formatCount(attempts.length)}</td>${numberCell(ran, formatPercent(ran, 0))}${utilityCell(scores(true))}${numberCell(scores(false), formatSigned(scores(false), 2).replace("+", ""))}</tr>`;
}

/** What was not scored is not averaged: a program caught looking ahead leaves splendid paths behind. */
function pathSection(
  name: Content,
  attempts: readonly Attempt[],
  groups: readonly (readonly [Content, (path: PathScore) => boolean])[],
): Html | null {
  const scored = attempts.filter((attempt) => tradingTracks.includes(attempt.track) && attempt.failure === null);
  if (scored.every((attempt) => attempt.paths.length === 0)) return null;
  const rows = groups.map(([group, keep]) => {
    const kept = scored.map((attempt) => attempt.paths.filter(keep)).filter((paths) => paths.length > 0);
    const value = mean(kept.map((paths) => utility(paths).value));
    return html`<tr><th scope="row" class="l">${group}</th><td></td><td>${formatCount(kept.length)}</td><td></td>${utilityCell(value)}<td></td></tr>`;
  });
  return html`<tr class="group"><th class="l" scope="rowgroup" colspan="6">${name}</th></tr>${rows}`;
}

function utilityCell(value: number | null): Html {
  return html`<td${shade(value, 1)}>${formatSigned(value, 2)}</td>`;
}
