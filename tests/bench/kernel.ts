import { type BacktestOptions, backtest, backtestColumns } from "../../src/core/backtest.ts";
import type { Bars } from "../../src/core/bars.ts";
import { computeMetrics } from "../../src/core/metrics/compute-metrics.ts";
import { createRandom } from "../../src/core/random.ts";

const barCount = 2500;
const programs = 1000;
const rounds = 5;

const options: BacktestOptions = { initial: 1, costs: { feeBps: 5, slippageBps: 2 }, rebalance: "on-change" };

/**
 * Speed of the back-test kernel on 1,000 × 2,500 bars, best of five interleaved rounds: alone with reused columns, with all
 * metrics, and against the same model written with an object a bar.
 */
export async function bench(): Promise<readonly { name: string; value: number; unit: string }[]> {
  const { bars, targets, records } = makeCase();
  const columns = backtestColumns(barCount);
  const best = { kernel: Infinity, metrics: Infinity, objects: Infinity };
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    best.kernel = Math.min(
      best.kernel,
      time(() => {
        for (let i = 0; i < programs; i++) sum += last(backtest(bars, target(targets, i), options, columns).equity);
      }),
    );
    best.metrics = Math.min(
      best.metrics,
      time(() => {
        for (let i = 0; i < programs; i++) {
          sum += computeMetrics(bars, backtest(bars, target(targets, i), options, columns)).sharpe ?? 0;
        }
      }),
    );
    best.objects = Math.min(
      best.objects,
      time(() => {
        for (let i = 0; i < programs; i++) sum += objectPerBar(records, target(targets, i), 0.0007);
      }),
    );
  }
  // Also keeps the loops alive. Equal results are the tests' business.
  if (!Number.isFinite(sum)) throw new Error(`the sum of the benchmark is ${sum}`);
  const perSecond = (ms: number): number => Math.round((programs * barCount * 1000) / ms);
  return [
    { name: "back-test kernel, reused columns", value: perSecond(best.kernel), unit: "bars/s" },
    { name: "back-test kernel and all metrics", value: perSecond(best.metrics), unit: "bars/s" },
    {
      name: "kernel over a loop with an object a bar",
      value: round2(best.objects / best.kernel),
      unit: "times as fast",
    },
  ];
}

interface BarRecord {
  readonly open: number;
  readonly close: number;
}

function makeCase(): { bars: Bars; targets: readonly Float64Array[]; records: readonly BarRecord[] } {
  const random = createRandom("bench|kernel");
  const close = new Float64Array(barCount);
  const open = new Float64Array(barCount);
  let price = 100;
  for (let t = 0; t < barCount; t++) {
    open[t] = price *= Math.exp(random.normal() * 0.004);
    close[t] = price *= Math.exp(random.normal() * 0.01);
  }
  const time = Float64Array.from(close, (_, t) => t * 86_400_000);
  const bars = { length: barCount, time, open, high: close, low: open, close, volume: close, barsPerYear: 252 };
  // A change of target every five bars on average.
  const targets = Array.from({ length: 16 }, () => {
    let wanted = 0;
    return Float64Array.from(close, () => {
      if (random.int(5) === 0) wanted = random.int(21) / 10 - 1;
      return wanted;
    });
  });
  return { bars, targets, records: Array.from(close, (value, t) => ({ open: open[t] ?? 0, close: value })) };
}

/** The execution model as it is usually written: a new state object each bar, results pushed. */
function objectPerBar(bars: readonly BarRecord[], target: Float64Array, cost: number): number {
  let state = { cash: 1, units: 0, wanted: 0, equity: 1, position: 0, turnover: 0 };
  const states = [state];
  for (const [t, bar] of bars.entries()) {
    if (t === 0) continue;
    const wanted = target[t - 1] ?? 0;
    const value = state.cash + state.units * bar.open;
    let { cash, units } = state;
    let turnover = 0;
    if (wanted !== state.wanted) {
      const d = wanted - (units * bar.open) / value;
      turnover = Math.abs(d) / (1 + Math.sign(d) * cost * wanted);
      const after = value * (1 - cost * turnover);
      units = (wanted * after) / bar.open;
      cash = (1 - wanted) * after;
    }
    const equity = cash + units * bar.close;
    state = { cash, units, wanted, equity, position: (units * bar.close) / equity, turnover };
    states.push(state);
  }
  return states.at(-1)?.equity ?? 0;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function target(targets: readonly Float64Array[], i: number): Float64Array {
  return targets[i % targets.length] as Float64Array;
}

function last(x: Float64Array): number {
  return x[x.length - 1] as number;
}

function round2(x: number): number {
  return Math.round(x * 100) / 100;
}
