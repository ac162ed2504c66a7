import type { Attempt } from "../core/attempt.ts";
import { attemptStyle } from "./attempt/attempt-style.ts";
import { auditSection } from "./attempt/audit-section.ts";
import { codeListing } from "./attempt/code-listing.ts";
import { conversation } from "./attempt/conversation.ts";
import { pathSection } from "./attempt/path-section.ts";
import { resourceFacts } from "./attempt/resources.ts";
import { scoreTiles } from "./attempt/score-tiles.ts";
import { pathUtilities } from "./attempt/significance.ts";
import { stageStrip } from "./attempt/stage-strip.ts";
import { summary } from "./attempt/summary.ts";
import { utilitySection } from "./attempt/utility-section.ts";
import type { PageLang } from "./dictionary.ts";
import { type Content, type Html, html } from "./html.ts";
import { named } from "./named.ts";
import { type PageScript, page } from "./page.ts";
import type { PathAnalysis, PathAnswer } from "./parts/path-analysis.ts";
import type { PathMarket } from "./parts/path-market.ts";
import { say } from "./say.ts";

/** What the page of an attempt shows. */
export interface AttemptPageInput {
  readonly attempt: Attempt;
  /** Identity of the run, and version of the benchmark. */
  readonly run: string;
  readonly benchmark: string;
  /** What the program answered on each path where it ran; empty if it never did. */
  readonly answers: readonly PathAnswer[];
  /** The same answers back-tested, as `analysePath` does it. */
  readonly analyses: readonly PathAnalysis[];
  /** The paths of the task, the driftless one among them; empty if the run stored none. */
  readonly markets: readonly PathMarket[];
  /** Where the ranking page is, relative to this one. */
  readonly home: string;
  /** Where the pages of the model and of the task are, relative to this one; null where there are none. */
  readonly modelPage?: string | null;
  readonly taskPage?: string | null;
  /** Where the code and the trades are as files, relative to this page; null where there are none. */
  readonly codeFile: string | null;
  readonly tradesFile?: string | null;
  /** The language shown first, and what explores. */
  readonly lang?: PageLang | undefined;
  readonly script?: PageScript | undefined;
}

/** The page of one attempt: what happened, why, whether it can be trusted, and all the evidence. */
export function attemptPage(input: AttemptPageInput): string {
  const { attempt, benchmark, run, markets, answers, analyses } = input;
  const utilities = attempt.utility === null ? [] : pathUtilities(attempt.paths, markets);
  const evidence = { attempt, markets, analyses, utilities };
  const others = returnsBeside(evidence);
  const body = html`${header(input)}
<main>
${summary(evidence)}
${stageStrip(attempt)}
${scoreTiles(attempt)}
${utilitySection(attempt, utilities, others)}
${pathSection(evidence, others, input.tradesFile ?? null)}
${auditSection(attempt, markets, answers)}
${code(input)}
<h2>${say("conversationHead")}</h2>
${conversation(attempt)}
<h2>${say("resourcesHead")}</h2>
${resourceFacts(attempt)}
</main>`;
  const title = `${attempt.task}: ${attempt.model}, ${run}`;
  return page({ title, body, benchmark, lang: input.lang, script: input.script, style: attemptStyle });
}

function header({ attempt, run, home, modelPage, taskPage }: AttemptPageInput): Html {
  const linked = (href: string | null | undefined, text: string): Content =>
    href == null ? text : html`<a href="${href}">${text}</a>`;
  const rows: readonly (readonly [Content, Content])[] = [
    [say("track"), named("track", attempt.track)],
    [say("level"), say("levelOf", { level: attempt.level })],
    [say("taskVersion"), String(attempt.taskVersion)],
    [say("askedIn"), named("lang", attempt.lang)],
    [say("attemptNumber"), String(attempt.attempt + 1)],
  ];
  return html`<header><p class="nav"><a href="${home}">${say("runName", { run })}</a> / <a href="${home}#tasks">${say("scoresByTask")}</a></p>
<h1>${linked(taskPage, attempt.task)}: ${linked(modelPage, attempt.model)}</h1>
<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></header>`;
}

function code({ attempt, codeFile }: AttemptPageInput): Html | null {
  if (attempt.code === null) return null;
  return html`<h2 id="code">${say("code")}</h2>${codeFile !== null && html`<p class="small"><a href="${codeFile}">${say("asFile")}</a></p>`}
${codeListing(attempt.code, attempt.diagnostics)}`;
}

function returnsBeside({
  markets,
  analyses,
}: Pick<Parameters<typeof summary>[0], "markets" | "analyses">): ReadonlyMap<
  string,
  { readonly held: number | null; readonly constant: number | null }
> {
  return new Map(
    markets.map(({ path, held }) => {
      const constant = analyses.find((one) => one.market.path === path)?.constant.metrics.totalReturn ?? null;
      return [path, { held: held.metrics.totalReturn, constant }];
    }),
  );
}
