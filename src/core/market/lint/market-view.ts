import { type SessionKind, sessionKind } from "../calendars/session-kind.ts";
import type { RawBars } from "../raw-bars.ts";
import { intervalMs, modalStep, stepCounts } from "./bar-steps.ts";
import { inferTick } from "./infer-tick.ts";
import type { LintFacts } from "./lint-facts.ts";
import { localScale } from "./local-scale.ts";
import { sortedRows } from "./sorted-rows.ts";

/**
 * A market as the rules see it, made once: the raw file, and beside it its usable bars as a series, oldest first. Usable is a bar
 * with a time and four prices above 0; of bars with the same time only the first counts. Index t of the series is row `row[t]` of the file.
 */
export interface MarketView {
  readonly raw: RawBars;
  readonly facts: LintFacts;
  readonly session: SessionKind;
  readonly length: number;
  readonly row: Int32Array;
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  /** Stated interval, milliseconds; NaN where it is not understood. */
  readonly statedMs: number;
  /** Commonest step between bars, milliseconds; NaN with fewer than two. */
  readonly stepMs: number;
  /** Counts of the steps between bars. */
  readonly steps: ReadonlyMap<number, number>;
  /** True where bars stand for days or longer: their times are dates. */
  readonly daily: boolean;
  /** True where most neighbours in the file go back in time. */
  readonly descending: boolean;
  /** Smallest price step, stated or inferred from the digits. */
  readonly tick: number;
  /** ln(close_t / close_{t−1}); NaN at 0. */
  readonly returns: Float64Array;
  /** Usual |return| of the bars before t, and of those after. */
  readonly scaleBefore: Float64Array;
  readonly scaleAfter: Float64Array;
}

const dayMs = 86_400_000;

/** The view of a market. Costs a few passes over it. */
export function marketView(raw: RawBars, facts: LintFacts): MarketView {
  const { rows, descending } = sortedRows(raw);
  const pick = (column: Float64Array): Float64Array => {
    const out = new Float64Array(rows.length);
    for (let t = 0; t < rows.length; t++) out[t] = column[rows[t] as number] as number;
    return out;
  };
  const time = pick(raw.time);
  const close = pick(raw.close);
  const steps = stepCounts(time);
  const stepMs = modalStep(steps);
  const statedMs = intervalMs(facts.interval);
  const returns = logReturns(close);
  return {
    raw,
    facts,
    session: sessionKind(facts.class),
    length: rows.length,
    row: rows,
    time,
    open: pick(raw.open),
    high: pick(raw.high),
    low: pick(raw.low),
    close,
    volume: pick(raw.volume),
    statedMs,
    stepMs,
    steps,
    daily: (Number.isNaN(stepMs) ? statedMs : stepMs) >= dayMs * 0.8,
    descending,
    tick: facts.tickSize ?? inferTick(close),
    returns,
    scaleBefore: localScale(returns, "before"),
    scaleAfter: localScale(returns, "after"),
  };
}

function logReturns(close: Float64Array): Float64Array {
  const out = new Float64Array(close.length);
  if (close.length > 0) out[0] = Number.NaN;
  let before = Math.log(close[0] as number);
  for (let t = 1; t < close.length; t++) {
    const at = Math.log(close[t] as number);
    out[t] = at - before;
    before = at;
  }
  return out;
}
