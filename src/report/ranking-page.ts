import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import type { Manifest } from "../core/manifest.ts";
import type { Ranking } from "../core/ranking/ranking.ts";
import type { AttemptHref } from "./attempt-link.ts";
import { scoreChart } from "./charts/score-chart.ts";
import type { PageLang } from "./dictionary.ts";
import { countOf } from "./format.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { funnelTable } from "./ranking/funnel-table.ts";
import { pairMatrix } from "./ranking/pair-matrix.ts";
import { quizTable } from "./ranking/quiz-table.ts";
import { scoreRows } from "./ranking/score-rows.ts";
import { taskMatrix } from "./ranking/task-matrix.ts";

/** What the ranking page shows. */
export interface RankingPageInput {
  readonly manifest: Manifest;
  readonly ranking: Ranking;
  /** The attempts that have a page. */
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
  readonly href: AttemptHref;
  /** The language shown first, and what explores. */
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** index.html of a run: who ranks where, by how much, and what became of every attempt. */
export function rankingPage(input: RankingPageInput): string {
  const { manifest, ranking, answers } = input;
  const quiz = quizTable(ranking, answers);
  const body = html`<header><p class="nav">Walkforward: how well do language models write trading strategies?</p>
<h1>Run ${ranking.run}</h1>${facts(manifest)}</header>
<main>${recordedNote(manifest)}
<h2 id="ranking">Ranking</h2>
<p>${formula(ranking)} Differences inside a rank range are not significant at 5 %.</p>
${scoreRows(ranking, manifest)}
<p class="small muted">Returns, drawdowns and annual Sharpe ratios are means over the scored paths of the trading tasks; they stand beside the ranking and do not decide it. Baselines are programs, not language models: they answer no quiz, so only their Trading share counts.</p>
<h2 id="scores">Overall scores with 95 % intervals</h2>
<div class="scroll"><figure class="one">${scoreChart(ranking.models)}</figure></div>
<p class="key"><span><i style="color:var(--strategy)"></i>model</span><span><i style="color:var(--market)"></i>baseline (hollow dot)</span></p>
${howToRead()}
<h2 id="tasks">Scores by task</h2>
<p>Design and improve: mean utility U, from −1 (broken) over 0 (as good as cash) to 1. Implement and repair: 1 equals the reference on every bar, else 0. Speed: 1 is as fast as the reference, 0 as slow as the starter, −1 unfaithful or broken. Each number links to its attempt: code, charts, audit.</p>
${taskMatrix(input)}
<h2 id="funnel">Where attempts end</h2>
<p>Attempts left after each stage; what was lost there in the second number.</p>
${funnelTable(ranking)}
${quiz !== null && html`<h2 id="quiz">Quiz: right answers by topic</h2>${quiz}`}
<h2 id="pairs">Paired differences</h2>
<p>Overall score of the row less that of the column, in points. Coloured where the paired test is significant at 5 % after Holm’s correction over all pairs; the others may be chance.</p>
${pairMatrix(ranking)}
</main>`;
  return page({
    title: `${ranking.run}: ranking`,
    body,
    benchmark: ranking.benchmark,
    lang: input.lang,
    script: input.script,
  });
}

function facts(manifest: Manifest): Html {
  const { plan, models } = manifest;
  const pairs: readonly (readonly [string, string])[] = [
    ["suite", plan.suite],
    ["seed", plan.seed],
    ["benchmark", plan.benchmark],
    [
      "asked",
      `${countOf(plan.tasks.length, "strategy task")}, ${countOf(plan.quiz.questions.length, "quiz question")}`,
    ],
    ["attempts a task", `${plan.attempts}`],
    ["languages", plan.langs.join(", ")],
    ["rows", `${models.length}`],
    ["quiz release", plan.quiz.release],
  ];
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Replies in a file of an earlier run are that model's own; those that come with the benchmark are not. */
function recordedNote(manifest: Manifest): Html | null {
  const written = manifest.models.filter(
    ({ provider }) => provider.kind === "replay" && !provider.source.includes(".jsonl"),
  );
  if (written.length === 0) return null;
  return html`<div class="callout"><p>${written.map((model) => model.id).join(", ")}: recorded replies, written by hand to try the pipeline. They measure no real model.</p></div>`;
}

function formula({ weights }: Ranking): string {
  const shares = [
    [weights.trading, "Trading"],
    [weights.quiz, "Quiz"],
    [weights.engineering, "Engineering"],
  ] as const;
  const sum = shares.flatMap(([share, name]) => (share > 0 ? `${Number(share.toFixed(3))} × ${name}` : []));
  return `Overall = ${sum.join(" + ") || "nothing"}.`;
}

function howToRead(): Html {
  return html`<details><summary>How to read these numbers</summary><div>
<p><b>Utility U</b> judges one program on the eight paths of its task: stretches of real markets, their mirror images and resampled twins, rising, falling and flat. It is the mean of three parts, each between −1 and 1 (growth can cost more): growth against the path’s own volatility (R), the Sharpe ratio’s statistical strength over all paths (S), and run-ups against drawdowns (D). A program that hardly trades is drawn towards −0.5, each path with an error towards −1. Code that does not run, refuses or looks ahead has U = −1.</p>
<p><b>Trading</b> = 50 + 50 × mean U: 0 nothing works, 25 never trades, 50 as good as cash. <b>Quiz</b>: guess-corrected share of right answers × 100. <b>Engineering</b>: tasks whose answer must equal a reference or be faster than it.</p>
<p><b>Rank range</b> “2–6”: one model is significantly better and the ranks below 6 are significantly worse. Two models whose ranges overlap may owe their order to chance. The unit of every test is the task, and models are compared on the same tasks and paths.</p>
<p><b>valid@1</b>: share of first attempts that passed every stage from reply to look-ahead audit.</p></div></details>`;
}
