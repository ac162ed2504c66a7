import type { Attempt } from "../../core/attempt.ts";
import type { Failure } from "../../core/failure.ts";
import type { Utility } from "../../core/score/path-score.ts";
import { mean } from "../../core/stats/estimate.ts";
import type { PageLang } from "../dictionary.ts";
import { formatCount, formatNumber, formatPercent, formatSigned } from "../format.ts";
import { nameText } from "../named.ts";
import { sayText } from "../say.ts";

/** What happened, in a sentence or two of one language; `tone` says whether it went well. */
export interface Verdict {
  readonly tone: "good" | "bad" | "plain";
  readonly sentence: string;
  /** The words of the failure, or what stands beside the score; null if the sentence says it all. */
  readonly detail: string | null;
}

/** The outcome of an attempt in words; `market` is the return of buying and holding each path, where it is known. */
export function verdict(lang: PageLang, attempt: Attempt, market: ReadonlyMap<string, number>): Verdict {
  if (attempt.notAttempted !== null) {
    return { tone: "plain", sentence: sayText(lang, "verdictNotAttempted"), detail: attempt.notAttempted };
  }
  if (attempt.failure !== null) return failed(lang, attempt, attempt.failure);
  if (attempt.utility !== null) return traded(lang, attempt, attempt.utility, market);
  if (attempt.speed !== null) return faster(lang, attempt.speed);
  const paths = attempt.fidelity?.paths ?? attempt.paths.length;
  return { tone: "good", sentence: sayText(lang, "verdictPassed", { paths }), detail: null };
}

/** The Chinese way to end a sentence differs; the pieces are put together with it. */
function joined(lang: PageLang, sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(lang === "zh" ? "" : " ");
}

function faster(lang: PageLang, { programMs, starterMs, score }: NonNullable<Attempt["speed"]>): Verdict {
  const times = programMs > 0 ? formatNumber(starterMs / programMs, 1) : "–";
  const sentence = sayText(lang, "verdictFaster", { times, score: formatSigned(score, 2) });
  return { tone: score > 0 ? "good" : "plain", sentence, detail: null };
}

function failed(lang: PageLang, attempt: Attempt, { kind, message, stage }: Failure): Verdict {
  const offence = attempt.lookAhead?.offence;
  if (kind === "look-ahead" && offence) {
    const phrase = offence.probe === "truncate" ? "verdictLooksAheadCut" : "verdictLooksAhead";
    const values = { path: offence.path, bar: offence.firstOffendingBar, cut: offence.cutBar };
    return { tone: "bad", sentence: sayText(lang, phrase, values), detail: sayText(lang, "verdictMayDepend") };
  }
  const reason = sayText(lang, `fail:${kind}`);
  const sentence =
    stage === "scored"
      ? sayText(lang, "verdictFailed", { reason, kind })
      : sayText(lang, "verdictFailedAt", { reason, kind, stage: nameText(lang, "stage", stage) });
  return { tone: "bad", sentence, detail: message };
}

function traded(lang: PageLang, attempt: Attempt, utility: Utility, market: ReadonlyMap<string, number>): Verdict {
  const broken = attempt.paths.filter((path) => path.failure !== null);
  const kinds = [...new Set(broken.flatMap((path) => path.failure?.kind ?? []))].join(", ");
  const value = formatSigned(utility.value, 2);
  const all = formatCount(attempt.paths.length);
  if (broken.length === attempt.paths.length) {
    const message = broken[0]?.failure?.message ?? null;
    return { tone: "bad", sentence: sayText(lang, "verdictAllFailed", { all, kinds, value }), detail: message };
  }
  const detail = broken.length > 0 ? sayText(lang, "verdictSomeFailed", { some: broken.length, all, kinds }) : null;
  const meaning = sayText(lang, meaningOf(utility));
  const sentence = joined(lang, [sayText(lang, "verdictScored", { value, meaning }), returns(lang, attempt, market)]);
  const tone = broken.length > 0 ? "bad" : utility.value > 0 ? "good" : "plain";
  return { tone, sentence, detail };
}

/** Mean return of the paths that ran, beside that of their markets. */
function returns(lang: PageLang, attempt: Attempt, market: ReadonlyMap<string, number>): string {
  const ran = attempt.paths.filter((path) => path.metrics !== null);
  const own = formatPercent(mean(ran.flatMap((path) => path.metrics?.totalReturn ?? [])));
  const held = mean(ran.flatMap((path) => market.get(path.path) ?? []));
  const paths = formatCount(ran.length);
  if (held === null) return sayText(lang, "verdictReturn", { paths, own });
  return sayText(lang, "verdictReturnBeside", { paths, own, held: formatPercent(held) });
}

function meaningOf({
  value,
  activity,
}: Utility): "meansIdle" | "meansBetter" | "meansLikeCash" | "meansWorse" | "meansWorst" {
  if (activity < 0.02) return "meansIdle";
  if (value > 0.02) return "meansBetter";
  if (value >= -0.02) return "meansLikeCash";
  return value < -0.5 ? "meansWorst" : "meansWorse";
}
