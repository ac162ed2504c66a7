import type { Attempt, QuizAnswer } from "../core/attempt.ts";
import type { Manifest } from "../core/manifest.ts";
import type { Ranking, RankingRow } from "../core/ranking/ranking.ts";
import type { PageLang } from "./dictionary.ts";
import { formatDollars, formatDuration, formatPercent, formatSigned } from "./format.ts";
import { type Html, html } from "./html.ts";
import { scoredLinks } from "./model/attempt-links.ts";
import { callTable } from "./model/call-table.ts";
import { failureList } from "./model/failure-list.ts";
import { groupTable } from "./model/group-table.ts";
import { modelFacts, tiles } from "./model/model-facts.ts";
import { quizLevels } from "./model/quiz-levels.ts";
import { type Rival, rivalTable } from "./model/rival-table.ts";
import { taskScores } from "./model/task-scores.ts";
import { type PageScript, page } from "./page.ts";
import { funnelTable } from "./ranking/funnel-table.ts";
import { points, rankRange, withInterval } from "./ranking/points.ts";
import { rankingStyle } from "./ranking/ranking-style.ts";
import { recordedNote } from "./ranking/run-facts.ts";
import { scoreDepth } from "./ranking/task-matrix.ts";
import { unrankedReason } from "./ranking/unranked.ts";
import type { RunLinks } from "./run-links.ts";
import { say, sayText } from "./say.ts";
import { term } from "./term.ts";

/** What the page of a model shows. */
export interface ModelPageInput {
  readonly row: RankingRow;
  readonly manifest: Manifest;
  readonly ranking: Ranking;
  /** Of this model alone. */
  readonly attempts: readonly Attempt[];
  readonly answers: readonly QuizAnswer[];
  /** The rows that it is compared with here, in the order of the ranking. */
  readonly rivals: readonly Rival[];
  /** True where other rows were left out of `rivals`. */
  readonly rivalsCut: boolean;
  readonly links: RunLinks;
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** The page of one model: where it is strong, what failed, what it cost, and how it stands against the others. */
export function modelPage(input: ModelPageInput): string {
  const { row, manifest, ranking, attempts, answers, links, lang = "en" } = input;
  const model = manifest.models.find(({ id }) => id === row.model);
  const calls = row.baseline ? null : callTable(attempts, answers);
  const quiz = quizLevels(answers);
  const body = html`<header><p class="nav"><a href="${links.home}">${say("runTitle", { run: ranking.run })}</a> / <a href="${links.home}#ranking">${say("rankingHead")}</a></p>
<h1>${row.model}</h1>${model !== undefined && modelFacts(model)}</header>
<main>${model !== undefined && recordedNote({ models: [model] })}
${scores(row, ranking)}
<div class="columns"><section><h2>${say("byGroup")}</h2><p>${say("byGroupNote", { utility: term("utility") })}</p>
${groupTable(attempts)}</section>
<section><h2>${say("everyTask")}</h2><p>${say("everyTaskNote")}</p>
${taskScores({ row, ranking, manifest, attempts, links })}</section></div>
<h2>${say("funnel")}</h2><p>${say("funnelNote")}</p>
${funnelTable([row], manifest, links)}
<h2>${say("failures")}</h2>${failureList(attempts, links)}
${bestAndWorst(attempts, links)}
${quiz !== null && html`<h2>${say("quizByLevel")}</h2>${quiz}`}
${calls !== null && html`<h2>${say("calls")}</h2>${calls}`}
${rivals(input)}
</main>`;
  const title = sayText(lang, "modelTitle", { model: row.model, run: ranking.run });
  return page({ title, body, benchmark: ranking.benchmark, lang, style: rankingStyle, script: input.script });
}

function scores(row: RankingRow, ranking: Ranking): Html {
  const reason = unrankedReason(row);
  const ranked = ranking.models.filter((one) => one.rank !== null).length;
  const rank = html`${row.rank ?? "–"} <span class="small muted">(${rankRange(row)}) ${say("ofRows", { count: ranked })}</span>`;
  return html`${reason !== null && html`<p>${say("notRanked")}: ${reason}</p>`}
${tiles([
  [term("rankRange", say("rankHead")), rank],
  [term("overall"), withInterval(row.overall, row.ci.overall, row.se.overall)],
  [term("trading"), withInterval(row.trading, row.ci.trading, row.se.trading)],
  [term("quiz"), withInterval(row.quiz, row.ci.quiz, row.se.quiz)],
  [term("engineering"), points(row.engineering, row.se.engineering)],
  [term("validAt1"), formatPercent(row.validAt1, 0)],
  [term("mirageGap"), formatSigned(row.mirageGap, 2)],
  [term("noiseReturn"), formatPercent(row.noiseReturn)],
  ...(row.baseline ? [] : calls(row)),
])}`;
}

function calls(row: RankingRow): readonly (readonly [Html, string])[] {
  return [
    [term("cost"), formatDollars(row.costUsd)],
    [term("latency"), formatDuration(row.latencyMs)],
  ];
}

/** Three of each; failed ones are the worst. */
function bestAndWorst(attempts: readonly Attempt[], links: RunLinks): Html | null {
  const scored = attempts.filter((attempt) => attempt.score !== null).toSorted((a, b) => place(b) - place(a));
  if (scored.length < 6) return null;
  return html`<h2>${say("bestWorst")}</h2><div class="charts"><div><h3>${say("bestAttempts")}</h3>${scoredLinks(scored.slice(0, 3), links)}</div><div><h3>${say("worstAttempts")}</h3>${scoredLinks(scored.slice(-3).reverse(), links)}</div></div>`;
}

/** Between the worst and the best of its track: tracks have scores of their own. */
function place({ track, score }: Attempt): number {
  return scoreDepth(track, score ?? -1);
}

function rivals({ row, rivals, rivalsCut, links }: ModelPageInput): Html | null {
  if (rivals.length === 0) return null;
  return html`<h2>${say("neighbours")}</h2>
<p>${say("neighboursNote", { holm: term("holm") })} ${rivalsCut && say("neighboursCut")}</p>
${rivalTable(row.model, rivals, links)}`;
}
