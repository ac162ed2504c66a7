import type { Bars } from "../../bars.ts";
import { barGroups } from "../../paths/bar-groups.ts";
import { emptyBars } from "../../paths/twin.ts";
import { createRandom, type Random } from "../../random.ts";

/** Which bar stands at each bar: a uniform permutation within each group (Fisher–Yates); bar 0 stays. */
function drawPermutation(length: number, groups: readonly Int32Array[], random: Random): Int32Array {
  const picks = Int32Array.from({ length }, (_, t) => t);
  for (const group of groups) {
    for (let i = group.length - 1; i > 0; i--) {
      const here = group[i] as number;
      const there = group[random.int(i + 1)] as number;
      const kept = picks[here] as number;
      picks[here] = picks[there] as number;
      picks[there] = kept;
    }
  }
  return picks;
}

/**
 * The bars of a market in another order after Masters (2018, Permutation and Randomization Tests for Trading System Development):
 * the gaps from close to open by one permutation, and the bars' moves within (high, low and close against the open, with their
 * volume) by another. Every gap and every move of the source occurs as often as there; the first bar and the last close are
 * the source's. Keeps the trend from end to end and the distribution of moves; breaks all order: memory, bursts of
 * volatility, patterns. Below a day bars only change places within `barGroups`: nights stay nights.
 */
export function permutedTwin(bars: Bars, seed: string): Bars {
  const n = bars.length;
  const groups = barGroups(bars.time).members;
  const gaps = drawPermutation(n, groups, createRandom(`${seed}|gaps`));
  const moves = drawPermutation(n, groups, createRandom(`${seed}|moves`));
  const twin = emptyBars(bars, 0, n);
  let before = 0;
  for (let t = 0; t < n; t++) {
    const g = gaps[t] as number;
    const m = moves[t] as number;
    const gap = t === 0 ? 1 : (bars.open[g] as number) / (bars.close[g - 1] as number);
    const open = t === 0 ? (bars.open[0] as number) : before * gap;
    const scale = open / (bars.open[m] as number);
    before = (bars.close[m] as number) * scale;
    twin.open[t] = open;
    twin.close[t] = before;
    // Rounding must not lift the open out of the bar's own range.
    twin.high[t] = Math.max(open, (bars.high[m] as number) * scale);
    twin.low[t] = Math.min(open, (bars.low[m] as number) * scale);
    twin.volume[t] = bars.volume[m] as number;
  }
  return twin;
}
