import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import type { Manifest } from "../core/manifest.ts";
import type { RankSensitivity } from "../core/ranking/rank-sensitivity.ts";
import type { Ranking } from "../core/ranking/ranking.ts";
import type { PageLang } from "./dictionary.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { controls } from "./ranking/controls.ts";
import { funnelTable } from "./ranking/funnel-table.ts";
import { howToRead } from "./ranking/how-to-read.ts";
import { pairMatrix } from "./ranking/pair-matrix.ts";
import { quadrants } from "./ranking/quadrants.ts";
import { quizTable } from "./ranking/quiz-table.ts";
import { rankingStyle } from "./ranking/ranking-style.ts";
import { overallFormula, recordedNote, runFacts } from "./ranking/run-facts.ts";
import { scoreRows } from "./ranking/score-rows.ts";
import { sensitivityTable } from "./ranking/sensitivity-table.ts";
import { taskMatrix } from "./ranking/task-matrix.ts";
import type { RunLinks } from "./run-links.ts";
import { say, sayText } from "./say.ts";
import { term } from "./term.ts";

/** What the ranking page shows. */
export interface RankingPageInput {
  readonly manifest: Manifest;
  readonly ranking: Ranking;
  /** The attempts that have a page. */
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
  /** How ranks move with the weights; empty leaves that out. */
  readonly sensitivity: readonly RankSensitivity[];
  readonly links: RunLinks;
  /** The language shown first, and what explores. */
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** index.html of a run: who ranks where, by how much, what it cost, and what became of every attempt. */
export function rankingPage(input: RankingPageInput): string {
  const { manifest, ranking, attempts, links, lang = "en" } = input;
  const quiz = quizTable(ranking, input.answers, links);
  const body = html`<header><p class="nav">${say("tagline")}</p>
<h1>${say("runTitle", { run: ranking.run })}</h1>${runFacts(manifest)}</header>
<main>${recordedNote(manifest)}
<h2 id="ranking">${say("rankingHead")}</h2>
<p>${overallFormula(ranking)} ${say("insideRange", { range: term("rankRange") })}</p>
${controls(ranking, manifest)}
${scoreRows(ranking, manifest, links)}
<p class="small muted">${say("tableNote")}</p>
${howToRead()}
${quadrants(ranking, attempts)}
${sensitivity(input)}
<h2 id="tasks">${say("byTask")}</h2>
<p>${say("byTaskNote", { utility: term("utility") })}</p>
${taskMatrix(input)}
<h2 id="funnel">${say("funnel")}</h2>
<p>${say("funnelNote")}</p>
${funnelTable(ranking.models, manifest, links)}
${quiz !== null && html`<h2 id="quiz">${say("quizByTopic")}</h2>${quiz}`}
${pairs(ranking, links)}
</main>`;
  return page({
    title: sayText(lang, "rankingTitle", { run: ranking.run }),
    body,
    benchmark: ranking.benchmark,
    lang,
    style: rankingStyle,
    script: input.script,
  });
}

function sensitivity({ sensitivity, ranking, manifest, links }: RankingPageInput): Html | null {
  const table = sensitivityTable(sensitivity, ranking, manifest, links);
  return table && html`<h2 id="sensitivity">${say("sensitivity")}</h2><p>${say("sensitivityNote")}</p>${table}`;
}

/** Pairs that have no page stand in the matrix all the same. */
function pairs(ranking: Ranking, links: RunLinks): Html | null {
  if (ranking.pairs.length === 0) return null;
  const without = ranking.pairs.filter(({ a, b }) => links.pair(a, b) === null).length;
  const note = without > 0 && say("pairsLeftOut", { first: links.firstPairs, count: without });
  return html`<h2 id="pairs">${say("pairsHead")}</h2>
<p>${say("pairsNote", { holm: term("holm") })} ${note}</p>
${pairMatrix(ranking, links)}`;
}
