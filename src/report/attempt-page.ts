import type { Attempt } from "../core/attempt.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { conversation } from "./attempt/conversation.ts";
import { auditFacts, resourceFacts } from "./attempt/facts.ts";
import { marketReturns, type PathCloses, type PathCurve, pathCharts } from "./attempt/path-charts.ts";
import { pathTable } from "./attempt/path-table.ts";
import { scoreTiles } from "./attempt/score-tiles.ts";
import { stageStrip } from "./attempt/stage-strip.ts";
import { verdict } from "./attempt/verdict.ts";
import type { PageLang } from "./dictionary.ts";
import { cutText } from "./format.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";

/** What the page of an attempt shows. */
export interface AttemptPageInput {
  readonly attempt: Attempt;
  /** Identity of the run, and version of the benchmark. */
  readonly run: string;
  readonly benchmark: string;
  /** Empty if the code never ran. */
  readonly curves: readonly PathCurve[];
  /** Closes of the task's paths; empty if the run stored none. */
  readonly closes: readonly PathCloses[];
  /** Where the ranking page is, relative to this one. */
  readonly home: string;
  /** Where the code is as a file, relative to this page; null without code. */
  readonly codeFile: string | null;
  /** The language shown first, and what explores. */
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** The page of one attempt: what happened, why, and all the evidence. */
export function attemptPage(input: AttemptPageInput): string {
  const { attempt, benchmark, run, home } = input;
  const said = verdict(attempt, marketReturns(input.closes));
  const body = html`<header><p class="nav"><a href="${home}">Run ${run}</a> / <a href="${home}#tasks">scores by task</a></p>
<h1>${attempt.task}: ${attempt.model}</h1>${identity(attempt)}</header>
<main>
<div class="callout ${said.tone}"><p class="verdict">${said.sentence}</p>${said.detail !== null && html`<p>${cutText(said.detail, 2000).text}</p>`}</div>
${stageStrip(attempt)}
${scoreTiles(attempt)}
${paths(input)}
${code(input)}
<h2>Prompt and reply</h2>
${conversation(attempt)}
<h2>Resources</h2>
${resourceFacts(attempt)}
</main>`;
  return page({
    title: `${attempt.task}: ${attempt.model}, ${run}`,
    body,
    benchmark,
    lang: input.lang,
    script: input.script,
  });
}

function identity(attempt: Attempt): Html {
  const rows: readonly (readonly [string, string])[] = [
    ["track", attempt.track],
    ["level", `${attempt.level} of 3`],
    ["task version", `${attempt.taskVersion}`],
    ["language", attempt.lang],
    ["attempt", `${attempt.attempt + 1}`],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function paths({ attempt, curves, closes }: AttemptPageInput): Html | null {
  if (attempt.paths.length === 0) return null;
  const unscored = attempt.failure !== null && attempt.failure.kind !== "unfaithful";
  return html`<h2>Paths</h2>
${unscored && html`<p>The attempt failed: what the program did on its paths is shown as evidence and enters no score.</p>`}
${pathTable(attempt.paths, attempt.noise, marketReturns(closes))}
<p class="small muted">Over the scored bars, after costs, cash earning nothing. Sharpe, Sortino, Calmar, volatility and alpha are annual; z is growth over the path’s own volatility; beta and alpha are against the path’s market.</p>
${pathCharts(attempt.paths, curves, closes)}`;
}

function code({ attempt, codeFile }: AttemptPageInput): Html | null {
  if (attempt.code === null) return null;
  return html`<h2>Audit</h2>${auditFacts(attempt)}
<h2>Code</h2>${codeFile !== null && html`<p class="small"><a href="${codeFile}">as a file</a></p>`}
${codeListing(attempt.code, attempt.diagnostics)}`;
}
