import type { Manifest } from "../../core/manifest.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { parts } from "../../core/ranking/score-table.ts";
import { formatCount } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";

/** A list of names and values in one line. */
export function factList(facts: readonly (readonly [name: Content, value: Content])[]): Html {
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** What a run asked. */
export function runFacts({ plan, models }: Manifest): Html {
  const counts = { tasks: formatCount(plan.tasks.length), questions: formatCount(plan.quiz.questions.length) };
  return factList([
    [say("runSuite"), plan.suite],
    [say("runSeed"), plan.seed],
    [say("runBenchmark"), plan.benchmark],
    [say("runAsked"), say("askedCount", counts)],
    [say("attemptsEach"), plan.attempts],
    [say("languagesAsked"), plan.langs.map((lang, i) => html`${i > 0 && ", "}${named("lang", lang)}`)],
    [say("rowCount"), models.length],
    [say("quizRelease"), plan.quiz.release],
  ]);
}

/** Replies in a file of an earlier run are that model's own; those that come with the benchmark are not. */
export function recordedNote({ models }: Pick<Manifest, "models">): Html | null {
  const written = models.filter(({ provider }) => provider.kind === "replay" && !provider.source.includes(".jsonl"));
  if (written.length === 0) return null;
  const names = written.map((model) => model.id).join(", ");
  return html`<div class="callout"><p>${say("recordedNote", { models: names })}</p></div>`;
}

/** "Overall = 0.75 × trading + 0.25 × quiz." */
export function overallFormula({ weights }: Ranking): Html {
  const shares = parts.filter((part) => weights[part] > 0);
  const sum = shares.map((part, i) => html`${i > 0 && " + "}${Number(weights[part].toFixed(3))} × ${term(part)}`);
  return say("overallFormula", { sum: shares.length === 0 ? say("nothing") : html`${sum}` });
}
