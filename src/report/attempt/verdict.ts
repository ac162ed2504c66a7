import type { Attempt } from "../../core/attempt.ts";
import type { FailureKind } from "../../core/failure.ts";
import type { Utility } from "../../core/score/path-score.ts";
import { mean } from "../../core/stats/estimate.ts";
import { countOf, formatNumber, formatPercent, formatSigned } from "../format.ts";

/** What happened, in a sentence; `tone` says whether it went well. */
export interface Verdict {
  readonly tone: "good" | "bad" | "plain";
  readonly sentence: string;
  /** The words of the failure, or what stands beside the score; null if the sentence says it all. */
  readonly detail: string | null;
}

const headlines: Readonly<Record<FailureKind, string>> = {
  refusal: "The model refused to answer",
  "length-stop": "The reply was cut off at the token limit",
  "content-filter": "The endpoint’s content filter stopped the reply",
  "empty-reply": "The reply was empty",
  "no-code": "There is no code in the reply",
  "type-error": "The code does not type-check",
  "load-error": "The module does not load",
  "run-error": "The program throws an error",
  timeout: "The program ran into its CPU time limit",
  memory: "The program ran into its memory limit",
  crashed: "The program brought its worker process down",
  "bad-positions": "What the program answered are not positions",
  "mandate-breach": "The positions break the task’s mandate",
  "non-deterministic": "Two runs of the program gave different positions",
  "look-ahead": "Looks ahead",
  unfaithful: "The positions differ from the reference",
};

/** The outcome of an attempt in words; `market` is the return of buying and holding each path, where it is known. */
export function verdict(attempt: Attempt, market: ReadonlyMap<string, number>): Verdict {
  if (attempt.notAttempted !== null) {
    const sentence = "Not attempted: the endpoint gave no answer. This does not count against the model.";
    return { tone: "plain", sentence, detail: attempt.notAttempted };
  }
  if (attempt.failure !== null) return failed(attempt, attempt.failure.kind, attempt.failure.message);
  if (attempt.utility !== null) return traded(attempt, attempt.utility, market);
  if (attempt.speed !== null) {
    const { programMs, starterMs, score } = attempt.speed;
    const ratio =
      programMs > 0 ? `${formatNumber(starterMs / programMs, 1)} times as fast as the starter, with` : "With";
    const sentence = `Faithful: ${ratio} the same positions. Speed score ${formatSigned(score, 2)}.`;
    return { tone: score > 0 ? "good" : "plain", sentence, detail: null };
  }
  const paths = attempt.fidelity === null ? "every path" : `all ${countOf(attempt.fidelity.paths, "path")}`;
  return {
    tone: "good",
    sentence: `Passed: the positions equal the reference’s on every bar of ${paths}.`,
    detail: null,
  };
}

function failed(attempt: Attempt, kind: FailureKind, message: string): Verdict {
  const offence = attempt.lookAhead?.offence;
  if (kind === "look-ahead" && offence) {
    const change = offence.probe === "truncate" ? "are cut off" : "are altered";
    const sentence = `Looks ahead: on path ${offence.path} the target of bar ${offence.firstOffendingBar} changes when bars after ${offence.cutBar} ${change}.`;
    return { tone: "bad", sentence, detail: "A target may depend only on its own bar and earlier ones. Not scored." };
  }
  const where = attempt.failure?.stage === "scored" ? "" : `, at stage “${attempt.failure?.stage}”`;
  return { tone: "bad", sentence: `${headlines[kind]} (${kind}${where}).`, detail: message };
}

function traded(attempt: Attempt, utility: Utility, market: ReadonlyMap<string, number>): Verdict {
  const broken = attempt.paths.filter((path) => path.failure !== null);
  const kinds = [...new Set(broken.flatMap((path) => path.failure?.kind ?? []))].join(", ");
  const value = `U = ${formatSigned(utility.value, 2)}`;
  const all = countOf(attempt.paths.length, "path");
  if (broken.length === attempt.paths.length) {
    const message = broken[0]?.failure?.message ?? null;
    return { tone: "bad", sentence: `Failed on all ${all} (${kinds}): ${value}.`, detail: message };
  }
  const detail = broken.length > 0 ? `${broken.length} of ${all} failed (${kinds}).` : null;
  const sentence = `Scored ${value}: ${meaningOf(utility)}. ${returns(attempt, market)}`;
  const tone = broken.length > 0 ? "bad" : utility.value > 0 ? "good" : "plain";
  return { tone, sentence, detail };
}

/** Mean return of the paths that ran, beside that of their markets. */
function returns(attempt: Attempt, market: ReadonlyMap<string, number>): string {
  const ran = attempt.paths.filter((path) => path.metrics !== null);
  const own = mean(ran.flatMap((path) => path.metrics?.totalReturn ?? []));
  const held = mean(ran.flatMap((path) => market.get(path.path) ?? []));
  const beside = held === null ? "" : `, buying and holding ${formatPercent(held)}`;
  return `Mean return over ${countOf(ran.length, "path")} ${formatPercent(own)}${beside}.`;
}

function meaningOf({ value, activity }: Utility): string {
  if (activity < 0.02) return "it hardly ever trades";
  if (value > 0.02) return "better than holding cash";
  if (value >= -0.02) return "about as good as holding cash";
  return value < -0.5 ? "worse than never trading" : "worse than holding cash";
}
