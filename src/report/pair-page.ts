import type { Attempt } from "../core/attempt.ts";
import type { Comparison } from "../core/ranking/compare-pair.ts";
import type { Ranking, RankingPair } from "../core/ranking/ranking.ts";
import type { Part } from "../core/ranking/score-table.ts";
import { mean } from "../core/stats/estimate.ts";
import { type DifferenceBar, differenceBars } from "./charts/difference-bars.ts";
import { shortName } from "./charts/scatter-chart.ts";
import type { PageLang, Phrase } from "./dictionary.ts";
import { formatNamedP, formatNumber, formatSigned } from "./format.ts";
import { type Html, html } from "./html.ts";
import { namedInPlot } from "./named.ts";
import { type PageScript, page } from "./page.ts";
import { type Contribution, contributions, halfOf } from "./pair/contributions.ts";
import { partTable } from "./pair/part-table.ts";
import { unitTable } from "./pair/unit-table.ts";
import { linked } from "./ranking/model-name.ts";
import { rankingStyle } from "./ranking/ranking-style.ts";
import type { RunLinks } from "./run-links.ts";
import { say, sayBoth, sayText } from "./say.ts";
import { term } from "./term.ts";

/** What the page of a pair shows. */
export interface PairPageInput {
  readonly ranking: Ranking;
  readonly comparison: Comparison;
  /** What all tests of the run together say about it. */
  readonly pair: RankingPair;
  /** Of both models. */
  readonly attempts: readonly Attempt[];
  /** Topic of each quiz template. */
  readonly topics: ReadonlyMap<string, string>;
  readonly links: RunLinks;
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** Headings of the pictures. */
type PartHead = Extract<Phrase, "pairTrading" | "pairEngineering" | "pairQuiz">;

/** Units that the table of what decides shows. */
const mostUnits = 12;

/** The page of two models: the difference task by task, whether it is more than chance, and which tasks decide it. */
export function pairPage(input: PairPageInput): string {
  const { ranking, comparison, links, lang = "en" } = input;
  const { a, b } = comparison;
  const units = contributions(comparison, ranking.weights);
  const names = { a: linked(a, links.model(a)), b: linked(b, links.model(b)) };
  const body = html`<header><p class="nav"><a href="${links.home}">${say("runTitle", { run: ranking.run })}</a> / <a href="${links.home}#pairs">${say("pairsHead")}</a></p>
<h1>${say("pairHeading", names)}</h1></header>
<main>${verdict(input)}
<h2>${say("pairParts")}</h2>
${partTable(comparison, ranking.weights)}
${deciding(input, units)}
${bars(input, "trading", "pairTrading")}
${bars(input, "engineering", "pairEngineering")}
${quizBars(input)}
${everyUnit(input, units)}
</main>`;
  const title = sayText(lang, "pairTitle", { a, b, run: ranking.run });
  return page({ title, body, benchmark: ranking.benchmark, lang, style: rankingStyle, script: input.script });
}

function verdict({ comparison, pair }: PairPageInput): Html | null {
  const { overall, a, b } = comparison;
  if (overall === null) return null;
  const sign = overall.value < 0 ? -1 : 1;
  const [ahead, behind] = sign > 0 ? [a, b] : [b, a];
  const [low, high] = (overall.interval ?? [overall.value, overall.value])
    .map((end) => sign * end)
    .sort((x, y) => x - y);
  const sentence = say("pairAhead", {
    ahead,
    behind,
    points: formatNumber(Math.abs(overall.value), 1),
    low: formatSigned(low ?? 0, 1),
    high: formatSigned(high ?? 0, 1),
    p: formatNamedP(pair.p),
    pHolm: formatNamedP(pair.pHolm),
    holm: term("holm"),
  });
  return html`<div class="callout${pair.significant && " good"}"><p class="verdict">${sentence}</p><p>${say(pair.significant ? "pairSignificant" : "pairChance")}</p></div>`;
}

/** The units that speak loudest, for either. */
function deciding(input: PairPageInput, units: readonly Contribution[]): Html {
  const { comparison } = input;
  const sign = (comparison.overall?.value ?? 0) < 0 ? -1 : 1;
  const counting = units.filter((unit) => unit.contribution !== 0);
  const half = { count: halfOf(units, sign), all: units.length, ahead: sign > 0 ? comparison.a : comparison.b };
  return html`<h2>${say("pairDecide")}</h2>
<p>${say("pairDecideNote", { contribution: term("contribution") })} ${counting.length > 0 && say("pairHalf", half)}</p>
${unitTable({ ...input, label: sayBoth("pairDecide"), units: counting.slice(0, mostUnits) })}`;
}

function bars(input: PairPageInput, part: Part, head: PartHead): Html | null {
  const { comparison } = input;
  const values = comparison.units.flatMap((unit): DifferenceBar[] =>
    unit.part === part && unit.difference !== null
      ? [{ name: html`${shortName(unit.unit, 36)}`, value: unit.difference }]
      : [],
  );
  return barFigure(input, head, values, comparison[part]);
}

/** Templates are many: their differences are averaged by topic. */
function quizBars(input: PairPageInput): Html | null {
  const { comparison, topics } = input;
  const asked = comparison.units.filter((unit) => unit.part === "quiz" && unit.difference !== null);
  const byTopic = Map.groupBy(asked, (unit) => topics.get(unit.unit) ?? "–");
  const values = Array.from(byTopic, ([name, units]) => ({
    name: namedInPlot("topic", name),
    value: mean(units.map((unit) => unit.difference ?? 0)) ?? 0,
  }));
  return barFigure(input, "pairQuiz", values, comparison.quiz);
}

function barFigure(
  { comparison: { a, b } }: PairPageInput,
  head: PartHead,
  values: readonly DifferenceBar[],
  estimate: Parameters<typeof differenceBars>[1],
): Html | null {
  if (values.length === 0) return null;
  return html`<h2>${say(head)}</h2><figure class="one"><div class="scroll" tabindex="0" role="region" aria-label="${sayBoth(head)}">${differenceBars(values, estimate)}</div><figcaption>${say("pairBarsNote", { a, b })}</figcaption></figure>`;
}

/** Tasks in full; of the quiz the templates on which the two differ, folded away. */
function everyUnit(input: PairPageInput, units: readonly Contribution[]): Html {
  const tasks = units.filter((unit) => unit.part !== "quiz").sort((x, y) => (x.unit < y.unit ? -1 : 1));
  const quiz = units.filter((unit) => unit.part === "quiz");
  const differing = quiz.filter((unit) => unit.difference !== 0);
  const counts = { count: differing.length, all: quiz.length };
  const folded =
    differing.length === 0
      ? quiz.length > 0 && html`<p>${say("pairEqualQuiz")}</p>`
      : html`<details><summary>${say("allTemplates", counts)}</summary><div>${unitTable({ ...input, label: sayBoth("allTemplates", counts), units: differing })}</div></details>`;
  return html`<h2>${say("allUnits")}</h2>
${unitTable({ ...input, label: sayBoth("allUnits"), units: tasks })}
${folded}`;
}
