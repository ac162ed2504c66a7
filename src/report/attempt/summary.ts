import type { Attempt } from "../../core/attempt.ts";
import { cutText, formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { PathAnalysis } from "../parts/path-analysis.ts";
import type { PathMarket } from "../parts/path-market.ts";
import { doesSection, trustSection } from "../parts/summary-parts.ts";
import { inBoth, say } from "../say.ts";
import { behaviourOf } from "./behaviour.ts";
import { failureLines } from "./failure-lines.ts";
import type { PathUtility } from "./significance.ts";
import { trustItems } from "./trust.ts";
import { verdict } from "./verdict.ts";

/** All that is known of an attempt. */
export interface Evidence {
  readonly attempt: Attempt;
  readonly markets: readonly PathMarket[];
  /** Of every path with stored positions, the driftless one among them. */
  readonly analyses: readonly PathAnalysis[];
  /** Of the scored paths, where the task is scored by utility. */
  readonly utilities: readonly PathUtility[];
}

/** The analyses of the scored paths. */
export function scoredAnalyses({ analyses }: Pick<Evidence, "analyses">): readonly PathAnalysis[] {
  return analyses.filter((path) => path.market.kind !== "noise");
}

/** The verdict in words: what happened, what the program does, whether that can be trusted, why it failed. */
export function summary(evidence: Evidence): Html {
  const { attempt, markets } = evidence;
  const market = new Map(
    markets.flatMap(({ path, held }) => {
      const value = held.metrics.totalReturn;
      return value === null ? [] : [[path, value] as const];
    }),
  );
  const { tone, detail } = verdict("en", attempt, market);
  const sentence = inBoth((lang) => html`${verdict(lang, attempt, market).sentence}`);
  const more = inBoth((lang) => detailOf(verdict(lang, attempt, market).detail ?? ""));
  return html`<div class="callout ${tone}"><p class="verdict">${sentence}</p>${detail !== null && more}${failureLines(attempt)}</div>
${doesPart(evidence)}${trustPart(evidence)}`;
}

/** Longer messages are a program's own: their start is shown, the rest folded. */
const shownMessage = 280;

function detailOf(text: string): Html {
  const { text: start, left } = cutText(text, shownMessage);
  if (left === 0) return html`<p>${text}</p>`;
  return html`<p>${start}…</p><details><summary>${say("wholeMessage", { count: formatCount(text.length) })}</summary><pre>${cutText(text, 2000).text}</pre></details>`;
}

function doesPart(evidence: Evidence): Html | null {
  const scored = scoredAnalyses(evidence);
  return scored.length === 0 ? null : doesSection(behaviourOf(scored));
}

function trustPart(evidence: Evidence): Html | null {
  const { attempt, utilities } = evidence;
  return trustSection(trustItems({ attempt, utilities, analyses: scoredAnalyses(evidence) }));
}
