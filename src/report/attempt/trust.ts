import type { Attempt } from "../../core/attempt.ts";
import { stages } from "../../core/failure.ts";
import { type Estimate, mean } from "../../core/stats/estimate.ts";
import { tradingTracks } from "../../core/task.ts";
import type { TermKey } from "../dictionary/terms.ts";
import type { PageLang } from "../dictionary.ts";
import { formatCount, formatNumber, formatP, formatPercent, formatSigned } from "../format.ts";
import type { PathAnalysis } from "../parts/path-analysis.ts";
import { sayText } from "../say.ts";
import { againstCash, againstHolding, mirage, type PathUtility, pooledPsr } from "./significance.ts";

/** One reason to trust a result or not to: `none` where nothing could be found out. */
export interface TrustItem {
  readonly term: TermKey;
  readonly mark: "good" | "doubt" | "bad" | "none";
  readonly words: (lang: PageLang) => string;
}

/** Where the search for reasons looks. */
export interface TrustInput {
  readonly attempt: Attempt;
  /** Of the scored paths; empty where nothing is scored by utility. */
  readonly utilities: readonly PathUtility[];
  readonly analyses: readonly PathAnalysis[];
}

/** Significance that counts as beyond chance. */
const level = 0.05;

/** What speaks for a result and against it: the audits first, then significance, noise, memory of history, costs. */
export function trustItems(input: TrustInput): readonly TrustItem[] {
  const { attempt } = input;
  if (attempt.code === null || attempt.notAttempted !== null) return [];
  const audits = [lookAheadItem(attempt), determinismItem(attempt), literalsItem(attempt)];
  if (!tradingTracks.includes(attempt.track) || attempt.utility === null || attempt.failure !== null) return audits;
  return [...audits, ...significanceItems(input), ...noiseItems(input), ...mirageItems(input), ...costItems(input)];
}

function lookAheadItem({ lookAhead }: Attempt): TrustItem {
  const item = { term: "lookAheadAudit" } as const;
  if (lookAhead === null) return { ...item, mark: "none", words: (lang) => sayText(lang, "trustNotAudited") };
  const probes = formatCount(lookAhead.probes);
  const { offence } = lookAhead;
  if (offence === null)
    return { ...item, mark: "good", words: (lang) => sayText(lang, "trustNoLookAhead", { probes }) };
  const values = { path: offence.path, bar: offence.firstOffendingBar, cut: offence.cutBar };
  return { ...item, mark: "bad", words: (lang) => sayText(lang, "trustLooksAhead", values) };
}

function determinismItem({ stage, failure }: Attempt): TrustItem {
  const item = { term: "determinism" } as const;
  if (failure?.kind === "non-deterministic") {
    return { ...item, mark: "bad", words: (lang) => sayText(lang, "trustRandom") };
  }
  const passed = stages.indexOf(stage) > stages.indexOf("determinism");
  if (!passed) return { ...item, mark: "none", words: (lang) => sayText(lang, "trustNotAudited") };
  return { ...item, mark: "good", words: (lang) => sayText(lang, "trustSame") };
}

function literalsItem({ literals }: Attempt): TrustItem {
  const item = { term: "literals" } as const;
  if (literals.length === 0) return { ...item, mark: "good", words: (lang) => sayText(lang, "trustNoLiterals") };
  const lines = [...new Set(literals.map(({ line }) => line))].slice(0, 8).join(", ");
  return {
    ...item,
    mark: "doubt",
    words: (lang) => sayText(lang, "trustLiterals", { count: literals.length, lines }),
  };
}

function significanceItems({ attempt, utilities }: TrustInput): readonly TrustItem[] {
  const [cash, holding] = [againstCash(utilities), againstHolding(utilities)];
  const psr = pooledPsr(attempt.utility?.sharpe ?? 0);
  const sharpe: TrustItem = {
    term: "psr",
    mark: psr >= 0.95 ? "good" : psr <= 0.05 ? "bad" : "doubt",
    words: (lang) => sayText(lang, "trustPsr", { psr: formatPercent(psr) }),
  };
  return [
    ...(cash === null ? [] : [estimateItem(cash, "trustAboveCash", "trustBelowCash", "trustLikeCash")]),
    ...(holding === null ? [] : [estimateItem(holding, "trustAboveMarket", "trustBelowMarket", "trustLikeMarket")]),
    sharpe,
  ];
}

type Compared =
  | "trustAboveCash"
  | "trustBelowCash"
  | "trustLikeCash"
  | "trustAboveMarket"
  | "trustBelowMarket"
  | "trustLikeMarket";

function estimateItem(found: Estimate, above: Compared, below: Compared, alike: Compared): TrustItem {
  const sure = found.p !== null && found.p < level;
  const phrase = !sure ? alike : found.value > 0 ? above : below;
  const values = {
    value: formatSigned(found.value, 2),
    low: formatSigned(found.interval?.[0] ?? null, 2),
    high: formatSigned(found.interval?.[1] ?? null, 2),
    p: formatP(found.p),
  };
  return {
    term: "utility",
    mark: !sure ? "doubt" : found.value > 0 ? "good" : "bad",
    words: (lang) => sayText(lang, phrase, values),
  };
}

function noiseItems({ attempt }: TrustInput): readonly TrustItem[] {
  const metrics = attempt.noise?.metrics ?? null;
  if (metrics === null) return [];
  const { totalReturn, psr } = metrics;
  const suspicious = (psr ?? 0) > 0.975;
  const values = { return: formatPercent(totalReturn), psr: formatPercent(psr) };
  return [
    {
      term: "noiseReturn",
      mark: suspicious ? "bad" : "good",
      words: (lang) => sayText(lang, suspicious ? "trustEarnsOnNoise" : "trustNoise", values),
    },
  ];
}

function mirageItems({ utilities }: TrustInput): readonly TrustItem[] {
  const gap = mirage(utilities);
  if (gap === null) return [];
  const sure = gap.p !== null && gap.p < level && gap.value > 0;
  const values = { gap: formatSigned(gap.value, 2), p: formatP(gap.p) };
  return [
    {
      term: "mirageGap",
      mark: sure ? "bad" : "good",
      words: (lang) => sayText(lang, sure ? "trustMirage" : "trustNoMirage", values),
    },
  ];
}

/** At which multiple of the costs the mean return is no longer above 0. */
function costItems({ analyses }: TrustInput): readonly TrustItem[] {
  const rows = analyses[0]?.costs.map(({ times }, i) => ({
    times,
    mean: mean(analyses.flatMap((path) => path.costs[i]?.totalReturn ?? [])),
  }));
  return costItem(rows ?? [], "trustCheap");
}

/** The same of returns at multiples of the costs; `cheap` is what is said where some is left at all of them. */
export function costItem(
  rows: readonly { readonly times: number; readonly mean: number | null }[],
  cheap: "trustCheap" | "trustCheapHere",
): readonly TrustItem[] {
  const own = rows.find((row) => row.times === 1)?.mean ?? null;
  if (own === null || own <= 0) return [];
  const lost = rows.find((row) => row.times > 1 && (row.mean ?? 0) <= 0);
  if (lost === undefined) {
    const last = rows.at(-1);
    const values = { times: last?.times ?? 1, return: formatPercent(last?.mean ?? null) };
    return [{ term: "costSensitivity", mark: "good", words: (lang) => sayText(lang, cheap, values) }];
  }
  const mark = lost.times <= 2 ? "bad" : "doubt";
  const values = { times: formatNumber(lost.times, 0) };
  return [{ term: "costSensitivity", mark, words: (lang) => sayText(lang, "trustDear", values) }];
}
