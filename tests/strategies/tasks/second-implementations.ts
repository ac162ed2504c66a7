import type { Bars } from "../../../src/core/bars.ts";
import { ta } from "../../../src/core/indicators/index.ts";

/** A program written from the brief alone. */
export type SecondImplementation = (bars: Bars) => number[];

const numbers = (column: ArrayLike<number>): number[] => Array.from(column);
const at = (column: ArrayLike<number>, t: number): number => column[t] ?? Number.NaN;
const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;
/** By the sum of squares of all pairs: another formula than the references use. */
function sampleDeviation(x: readonly number[]): number {
  let sum = 0;
  for (const a of x) for (const b of x) sum += (a - b) ** 2;
  return Math.sqrt(sum / (2 * x.length * (x.length - 1)));
}

function smaBand(bars: Bars): number[] {
  const [fast, slow] = [ta.sma(bars.close, 20), ta.sma(bars.close, 60)];
  const target: number[] = [];
  for (let t = 0; t < bars.length; t++) {
    const last = target[t - 1] ?? 0;
    const ratio = at(fast, t) / at(slow, t);
    target.push(ratio > 1.005 ? 1 : ratio < 0.995 ? 0 : last);
  }
  return target;
}

function rsiPullback(bars: Bars): number[] {
  const [rsi, trend] = [ta.rsi(bars.close, 14), ta.sma(bars.close, 100)];
  const target = new Array<number>(bars.length).fill(0);
  let t = 0;
  while (t < bars.length) {
    if (!(at(rsi, t) < 45 && at(bars.close, t) > at(trend, t))) {
      t++;
      continue;
    }
    let exit = t + 1;
    const leaves = (u: number): boolean => at(rsi, u) > 60 || u - t >= 12 || at(bars.close, u) < at(trend, u);
    while (exit < bars.length && !leaves(exit)) exit++;
    target.fill(1, t, exit);
    t = exit + 1;
  }
  return target;
}

function donchianExit(bars: Bars): number[] {
  const top = (n: number, t: number): number => Math.max(...numbers(bars.high.slice(t - n, t)));
  const bottom = (n: number, t: number): number => Math.min(...numbers(bars.low.slice(t - n, t)));
  const target: number[] = [];
  const exits: { long: number | null; short: number | null } = { long: null, short: null };
  const waits = (exit: number | null, t: number): boolean => exit !== null && t - exit < 10;
  let state: "long" | "short" | "flat" = "flat";
  for (let t = 0; t < bars.length; t++) {
    if (t >= 40) {
      const close = at(bars.close, t);
      if (state === "long" && close < bottom(15, t)) [state, exits.long] = ["flat", t];
      else if (state === "short" && close > top(15, t)) [state, exits.short] = ["flat", t];
      if (state === "flat") {
        if (close > top(40, t) && !waits(exits.long, t)) state = "long";
        if (close < bottom(40, t) && !waits(exits.short, t)) state = "short";
      }
    }
    target.push({ long: 0.8, short: -0.8, flat: 0 }[state]);
  }
  return target;
}

function macdSteps(bars: Bars): number[] {
  const h = ta.macd(bars.close, 12, 26, 9).histogram;
  const r = ta.logReturns(bars.close);
  const target: number[] = [];
  let d = 0;
  let held = 0;
  for (let t = 0; t < bars.length; t++) {
    if (t >= 30 && !Number.isNaN(at(h, t))) {
      const vol = sampleDeviation(numbers(r.slice(t - 29, t + 1))) * Math.sqrt(bars.barsPerYear);
      const k = vol === 0 ? 10 : Math.floor(10 * Math.min(1, 0.4 / vol));
      const wanted = Math.sign(at(h, t)) || d;
      if (wanted !== d || Math.abs(k - held) >= 2) held = k;
      d = wanted;
    }
    target.push((d * held) / 10);
  }
  return target;
}

function trailingExit(bars: Bars): number[] {
  const atr = ta.atr(bars.high, bars.low, bars.close, 20);
  const target = new Array<number>(bars.length).fill(0);
  let earliest = 55;
  for (let e = 55; e < bars.length; e++) {
    const top = Math.max(...numbers(bars.high.slice(e - 55, e)));
    if (e < earliest || Number.isNaN(at(atr, e)) || !(at(bars.close, e) > top)) continue;
    const c0 = at(bars.close, e);
    const a0 = at(atr, e);
    target[e] = 0.5;
    let level = c0 - 3 * a0;
    let t = e + 1;
    for (; t < bars.length && at(bars.low, t) > level; t++) {
      const close = at(bars.close, t);
      const peak = Math.max(...numbers(bars.close.slice(e, t + 1)));
      target[t] = target[t - 1] === 1 || close >= c0 + 1.5 * a0 ? 1 : 0.5;
      level = Math.max(level, peak - (close > c0 + 4 * a0 ? 2.5 : 3) * at(atr, t));
    }
    earliest = t + 6;
    e = t;
  }
  return target;
}

function weeklyMomentum(bars: Bars): number[] {
  const monday = (t: number): number => {
    const date = new Date(at(bars.time, t));
    date.setUTCHours(0, 0, 0, 0);
    return date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000;
  };
  const target: number[] = [0];
  const w: number[] = [];
  let limits: { low: number; high: number } | null = null;
  for (let t = 1; t < bars.length; t++) {
    let state = at(target, t - 1);
    const close = at(bars.close, t);
    const opens = monday(t) !== monday(t - 1);
    if (opens) w.push(at(bars.close, t - 1));
    const j = w.length - 1;
    if (opens && j >= 26) {
      const s = sampleDeviation(Array.from({ length: 26 }, (_, i) => Math.log(at(w, j - i) / at(w, j - i - 1))));
      const z = s === 0 ? 0 : Math.log(at(w, j) / at(w, j - 13)) / (s * Math.sqrt(13));
      limits = { low: at(w, j) * (1 - 1.5 * s), high: at(w, j) * (1 + 1.5 * s) };
      state = z > 0.6 ? 1 : z < -0.6 ? -1 : Math.abs(z) < 0.2 ? 0 : state;
    } else if (!opens && limits !== null) {
      if ((state === 1 && close < limits.low) || (state === -1 && close > limits.high)) state = 0;
    }
    target.push(state);
  }
  return target;
}

function zscoreReversion(bars: Bars): number[] {
  const target: number[] = [];
  for (let t = 0; t < bars.length; t++) {
    let state = target[t - 1] ?? 0;
    if (t >= 59) {
      const last = numbers(bars.close.slice(t - 59, t + 1));
      const sd = sampleDeviation(last);
      const z = sd === 0 ? 0 : (at(bars.close, t) - mean(last)) / sd;
      if (state * z > -0.1 && state !== 0) state = 0;
      if (state === 0) state = z < -1.5 ? 1 : z > 1.5 ? -1 : 0;
    }
    target.push(state);
  }
  return target;
}

function rangeBreakout(bars: Bars): number[] {
  const target = new Array<number>(bars.length).fill(0);
  for (let e = 30; e < bars.length; e++) {
    const close = at(bars.close, e);
    const up = close > Math.max(...numbers(bars.high.slice(e - 30, e)));
    if (!up && !(close < Math.min(...numbers(bars.low.slice(e - 30, e))))) continue;
    const middle = (t: number): number =>
      (Math.max(...numbers(bars.high.slice(t - 9, t + 1))) + Math.min(...numbers(bars.low.slice(t - 9, t + 1)))) / 2;
    let exit = e + 5;
    while (exit < bars.length && !(up ? at(bars.close, exit) < middle(exit) : at(bars.close, exit) > middle(exit)))
      exit++;
    target.fill(up ? 1 : -1, e, Math.min(exit, bars.length));
    e = exit;
  }
  return target;
}

function riskTarget(bars: Bars): number[] {
  const trend = ta.sma(bars.close, 100);
  const squares = numbers(ta.logReturns(bars.close)).map((r) => r * r);
  const target: number[] = [];
  let v = Number.NaN;
  for (let t = 0; t < bars.length; t++) {
    v = t === 20 ? mean(squares.slice(1, 21)) : 0.94 * v + 0.06 * at(squares, t);
    const held = target[t - 1] ?? 0;
    const w = at(bars.close, t) > at(trend, t) ? Math.min(1, 0.35 / Math.sqrt(v * bars.barsPerYear)) : 0;
    const moves = !Number.isNaN(at(trend, t)) && (w === 0 || held === 0 || Math.abs(w - held) > 0.15);
    target.push(moves ? w : held);
  }
  return target;
}

/** A second implementation of every task that is scored by fidelity to a specification, by task id. */
export const secondImplementations: Readonly<Record<string, SecondImplementation>> = {
  "implement-sma-band": smaBand,
  "implement-rsi-pullback": rsiPullback,
  "implement-donchian-exit": donchianExit,
  "implement-macd-steps": macdSteps,
  "implement-trailing-exit": trailingExit,
  "implement-weekly-momentum": weeklyMomentum,
  "repair-lookahead-zscore": zscoreReversion,
  "repair-off-by-one-breakout": rangeBreakout,
  "repair-volatility-units": riskTarget,
};
