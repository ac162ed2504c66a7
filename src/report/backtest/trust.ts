import type { Metrics } from "../../core/metrics/metrics.ts";
import { minTrackRecordLength } from "../../core/metrics/min-track-record-length.ts";
import { sharpe } from "../../core/metrics/sharpe.ts";
import { costItem, type TrustItem } from "../attempt/trust.ts";
import { formatCount, formatNumber, formatPercent } from "../format.ts";
import type { CostRow } from "../parts/cost-sensitivity.ts";
import { sayText } from "../say.ts";

/** Where a back-test is asked whether it can be trusted. */
export interface BacktestTrust {
  /** False for a file of positions. */
  readonly isProgram: boolean;
  readonly metrics: Metrics;
  readonly returns: Float64Array;
  readonly barsPerYear: number;
  /** Empty where nothing is charged. */
  readonly costs: readonly CostRow[];
}

/** What speaks for a back-test and against it: what was not audited, significance, its two halves, costs. */
export function backtestTrust({
  isProgram,
  metrics,
  returns,
  barsPerYear,
  costs,
}: BacktestTrust): readonly TrustItem[] {
  const audit = isProgram ? "trustNotAuditedHere" : "trustTargetsGiven";
  const rows = costs.map(({ times, totalReturn }) => ({ times, mean: totalReturn }));
  return [
    { term: "lookAheadAudit", mark: "none", words: (lang) => sayText(lang, audit) },
    ...significance(metrics, returns),
    ...halves(returns, barsPerYear),
    ...(costs.length > 0 ? costItem(rows, "trustCheapHere") : [free]),
  ];
}

const free: TrustItem = {
  term: "costSensitivity",
  mark: "doubt",
  words: (lang) => sayText(lang, "trustFree"),
};

function significance({ psr }: Metrics, returns: Float64Array): readonly TrustItem[] {
  if (psr === null) return [];
  const needed = minTrackRecordLength(returns);
  const longer = needed !== null && needed > returns.length && needed < 1e7;
  const values = {
    psr: formatPercent(psr),
    bars: formatCount(needed === null ? null : Math.ceil(needed)),
    own: formatCount(returns.length),
  };
  return [
    {
      term: "psr",
      mark: psr >= 0.95 ? "good" : psr <= 0.05 ? "bad" : "doubt",
      words: (lang) => sayText(lang, longer ? "trustPsrLonger" : "trustPsrHere", values),
    },
  ];
}

/** What earned in one half only may have been luck of the time. */
function halves(returns: Float64Array, barsPerYear: number): readonly TrustItem[] {
  const middle = Math.floor(returns.length / 2);
  const ratios = [returns.subarray(0, middle), returns.subarray(middle)].map((half) => sharpe(half, barsPerYear));
  const [first = null, second = null] = ratios;
  if (first === null || second === null) return [];
  const values = { first: formatNumber(first, 2), second: formatNumber(second, 2) };
  const mark = first > 0 && second > 0 ? "good" : first <= 0 && second <= 0 ? "bad" : "doubt";
  return [{ term: "sharpe", mark, words: (lang) => sayText(lang, "trustHalves", values) }];
}
