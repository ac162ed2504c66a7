import type { PlanPart } from "../core/ranking/ranking-input.ts";
import type { Phrase } from "./dictionary.ts";
import { formatCount } from "./format.ts";
import { type Html, html } from "./html.ts";
import type { Board, BoardRun, OtherBoard } from "./leaderboard/board.ts";
import { type PageScript, page } from "./page.ts";
import { controls } from "./ranking/controls.ts";
import { rankingStyle } from "./ranking/ranking-style.ts";
import { overallFormula, recordedNote } from "./ranking/run-facts.ts";
import { scoreRows } from "./ranking/score-rows.ts";
import { say, sayBoth } from "./say.ts";
import { term } from "./term.ts";

/** What a leaderboard shows. */
export interface LeaderboardInput {
  readonly board: Board;
  /** The other boards of the site. */
  readonly others: readonly OtherBoard[];
  /** Page of a model, from this page; null where it has none. */
  readonly modelHref: (model: string) => string | null;
  readonly script: PageScript;
}

/** A leaderboard over many runs: one table, the runs that it is of, and those that cannot be ranked with them. */
export function leaderboardPage({ board, others, modelHref, script }: LeaderboardInput): string {
  const { ranking, models, runs, apart } = board;
  const none = (): null => null;
  const links = { home: "", model: modelHref, task: none, pair: none, firstPairs: 0, attempt: () => "" };
  const body = html`<header><p class="nav">${say("viewerTagline")}</p><h1>${say("boardTitle")}</h1>
<p>${say("boardSuite", { suite: board.suite, version: board.benchmark })}</p></header>
<main>${recordedNote({ models })}
<p>${say("boardLead", { runs: countRuns(runs.length), models: countModels(models.length) })}</p>
<h2 id="ranking">${say("rankingHead")}</h2>
<p>${overallFormula(ranking)} ${say("insideRange", { range: term("rankRange") })}</p>
${controls(ranking, { models })}
${scoreRows(ranking, { models }, links)}
<p class="small muted">${say("tableNote")}</p>
<h2 id="runs">${say("boardRuns")}</h2>
<p>${say("boardSeveral")}</p>
${runTable(runs.map((run) => ({ run, differs: null })))}
${apart.length > 0 && html`<h2 id="apart">${say("boardApart")}</h2><p>${say("boardApartNote")}</p>${runTable(apart)}`}
${others.length > 0 && html`<h2 id="boards">${say("boardOthers")}</h2><ul class="plain">${others.map(other)}</ul>`}
</main>`;
  return page({
    title: `${sayBoth("boardTitle")} · Walkforward`,
    body,
    benchmark: board.benchmark,
    style: rankingStyle,
    script,
  });
}

function countRuns(count: number): Html {
  return count === 1 ? say("countRun") : say("countRuns", { count: formatCount(count) });
}

function countModels(count: number): Html {
  return count === 1 ? say("countModel") : say("countModels", { count: formatCount(count) });
}

function runTable(runs: readonly { readonly run: BoardRun; readonly differs: PlanPart | null }[]): Html {
  const why = runs.some(({ differs }) => differs !== null);
  const rows = runs.map(
    ({ run, differs }) =>
      html`<tr><th scope="row" class="l"><a href="${run.href}">${run.run}</a></th><td>${run.seed}</td><td>${formatCount(run.rows)}</td>${differs !== null && html`<td class="l">${say("boardDiffers", { what: say(differences[differs]) })}</td>`}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth(why ? "boardApart" : "boardRuns")}"><table>
<thead><tr><th scope="col" class="l">${say("run")}</th><th scope="col">${say("seed")}</th><th scope="col">${say("progressRows")}</th>${why && html`<th scope="col" class="l"><span class="unseen">${say("boardReason")}</span></th>`}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

const differences = {
  "benchmark version": "diffBenchmark",
  seed: "diffSeed",
  languages: "diffLanguages",
  "number of attempts": "diffAttempts",
  tasks: "diffTasks",
  "quiz questions": "diffQuestions",
  "strategy contract": "diffContract",
  data: "diffData",
} as const satisfies Readonly<Record<PlanPart, Phrase>>;

function other({ suite, benchmark, href }: OtherBoard): Html {
  return html`<li><a href="${href}">${say("boardSuite", { suite, version: benchmark })}</a></li>`;
}
