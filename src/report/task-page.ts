import type { Attempt } from "../core/attempt.ts";
import type { Ranking } from "../core/ranking/ranking.ts";
import { type Task, tradingTracks } from "../core/task.ts";
import type { PageLang } from "./dictionary.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { rankingStyle } from "./ranking/ranking-style.ts";
import type { RunLinks } from "./run-links.ts";
import { inBoth, say, sayText } from "./say.ts";
import { briefs } from "./task/brief.ts";
import { type DrawnPath, equityGrid, equityGridStyle, type ProgramCurves } from "./task/equity-grid.ts";
import { fidelityTable } from "./task/fidelity-table.ts";
import { type PathHead, pathUtilities } from "./task/path-utilities.ts";
import { type PlannedTask, taskFacts, trackSentence } from "./task/task-facts.ts";
import { term } from "./term.ts";

/** What the page of a task shows. */
export interface TaskPageInput {
  readonly planned: PlannedTask;
  /** Its folder as the run had it; null where that is not at hand. */
  readonly task: Task | null;
  readonly ranking: Ranking;
  /** At this task, of all models. */
  readonly attempts: readonly Attempt[];
  /** The task's paths, the driftless one last; empty if the run stored none. */
  readonly paths: readonly DrawnPath[];
  /** Of the first scored attempt of each model, in the order of the ranking. */
  readonly programs: readonly ProgramCurves[];
  readonly links: RunLinks;
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** The page of one task: what was asked, and all models side by side on the same paths. */
export function taskPage(input: TaskPageInput): string {
  const { planned, task, ranking, attempts, links, lang = "en" } = input;
  const trading = tradingTracks.includes(planned.track);
  const body = html`<header><p class="nav"><a href="${links.home}">${say("runTitle", { run: ranking.run })}</a> / <a href="${links.home}#tasks">${say("byTask")}</a></p>
<h1>${task === null ? planned.id : inBoth((lang) => html`${task.title[lang]}`)}</h1>${task !== null && html`<p class="muted"><code>${planned.id}</code></p>`}${taskFacts(planned, task)}</header>
<main>${trackSentence(planned)}
<h2>${say("sideBySide")}</h2>
${trading ? tradingTable(input) : html`<p>${say("fidelityNote")}</p>${fidelityTable(ranking, attempts, links)}`}
${curves(input)}
<h2>${say("taskBrief")}</h2>
${briefs(attempts, task)}
</main>`;
  const title = sayText(lang, "taskTitle", { task: task?.title[lang] ?? planned.id, run: ranking.run });
  const style = rankingStyle + equityGridStyle(input.programs);
  return page({ title, body, benchmark: ranking.benchmark, lang, style, script: input.script });
}

function tradingTable({ ranking, attempts, paths, links }: TaskPageInput): Html {
  return html`<p>${say("sideBySideNote", { utility: term("utility") })}</p>
${pathUtilities(ranking, attempts, pathHeads(attempts, paths), links)}`;
}

/** The paths that any attempt met: all met the same. */
function pathHeads(attempts: readonly Attempt[], paths: readonly DrawnPath[]): readonly PathHead[] {
  const met = attempts.find((attempt) => attempt.paths.length > 0)?.paths ?? [];
  return met.map((score) => {
    const close = paths.find((one) => one.path === score.path)?.close;
    const [first, last] = [close?.at(0), close?.at(-1)];
    return { score, market: first === undefined || last === undefined ? null : last / first - 1 };
  });
}

function curves({ paths, programs, ranking, attempts }: TaskPageInput): Html | null {
  if (paths.length === 0 || programs.length === 0) return null;
  const asked = new Set(attempts.map((attempt) => attempt.model));
  const drawn = new Set(programs.map((program) => program.model));
  const without = ranking.models.filter(({ model }) => asked.has(model) && !drawn.has(model)).map(({ model }) => model);
  return html`<h2>${say("equityCurves")}</h2>
<p>${say("equityCurvesNote")} ${without.length > 0 && say("noLines", { models: without.join(", ") })}</p>
${equityGrid(paths, programs)}`;
}
