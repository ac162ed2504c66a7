import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { sessionBars } from "../session-start.ts";
import { numberText, timeText } from "../text.ts";
import { findSplits } from "./split.ts";

const volumeScale: RuleOfLint = {
  id: "volume-scale",
  level: "warning",
  meaning: "Volume changes its scale from one day to the next and stays there: another unit, feed or count.",
  advice: "Do not compare volumes across the date; strategies on volume should use its ratio to a recent mean.",
  repair: "none",
};

/** Sessions of a block, and blocks compared on each side of the one that holds the change. */
const block = { sessions: 21, beside: 3 };

/**
 * The change: at least four times the unrest of volume among the blocks beside it, and at least fourfold where volume counts ticks
 * (currencies); eightfold where it counts shares or coins, whose volume can grow fivefold for good in a month.
 */
const change = { ticks: Math.log(4), units: Math.log(8), unrest: 4 };

interface Block {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

interface Step {
  readonly block: number;
  readonly size: number;
}

/** Mean of ln volume over bars [from, to) with a volume, and their number. */
function logVolume(volume: Float64Array, from: number, to: number): { mean: number; known: number } {
  let sum = 0;
  let known = 0;
  for (let t = from; t < to; t++) {
    if (!((volume[t] as number) > 0)) continue;
    sum += Math.log(volume[t] as number);
    known += 1;
  }
  return { mean: sum / known, known };
}

/** Blocks of 21 sessions; those with less than half of their volumes known are left out. */
function blocks(market: MarketView, length: number): readonly Block[] {
  const out: Block[] = [];
  for (let from = 0; from + length <= market.length; from += length) {
    const { mean, known } = logVolume(market.volume, from, from + length);
    if (known * 2 >= length) out.push({ from, to: from + length, level: mean });
  }
  return out;
}

function meanAndUnrest(of: readonly Block[]): { mean: number; unrest: number } {
  const mean = of.reduce((sum, b) => sum + b.level, 0) / of.length;
  return { mean, unrest: Math.max(0.1, ...of.map((b) => Math.abs(b.level - mean))) };
}

/** The blocks in which the level steps, the largest step of neighbours only. */
function steps(all: readonly Block[], least: number): readonly Step[] {
  const { beside } = block;
  const found: Step[] = [];
  for (let k = beside; k + beside < all.length; k++) {
    const before = meanAndUnrest(all.slice(k - beside, k));
    const after = meanAndUnrest(all.slice(k + 1, k + 1 + beside));
    const size = after.mean - before.mean;
    if (Math.abs(size) < Math.max(least, change.unrest * Math.max(before.unrest, after.unrest))) continue;
    const last = found.at(-1);
    if (last === undefined || k - last.block > beside) found.push({ block: k, size });
    else if (Math.abs(size) > Math.abs(last.size)) found[found.length - 1] = { block: k, size };
  }
  return found;
}

/** The bar from which the new level holds: the cut of bars [from, to) into two means with the least squares left. */
function cut(volume: Float64Array, from: number, to: number): number {
  const all = logVolume(volume, from, to);
  let best = from;
  let most = 0;
  let sum = 0;
  let known = 0;
  for (let t = from; t < to; t++) {
    const rest = all.known - known;
    const gain = known * rest * (sum / known - (all.mean * all.known - sum) / rest) ** 2;
    if (gain > most) {
      most = gain;
      best = t;
    }
    if (!((volume[t] as number) > 0)) continue;
    sum += Math.log(volume[t] as number);
    known += 1;
  }
  return best;
}

/** True if the five sessions on each side of the cut show most of the step: a market that grows takes months for it. */
function isSharp({ volume }: MarketView, at: number, size: number, length: number): boolean {
  const week = Math.ceil(length / 4);
  const before = logVolume(volume, Math.max(0, at - week), at).mean;
  const after = logVolume(volume, at, Math.min(volume.length, at + week)).mean;
  return (after - before) / size >= 0.6;
}

/** Lasting jumps in the level of volume, those apart that a split explains. */
export const volumeScaleCheck: LintCheck = {
  rules: [volumeScale],
  check(market) {
    const length = block.sessions * sessionBars(market);
    const all = blocks(market, length);
    const found = steps(all, market.session === "week" ? change.ticks : change.units);
    if (found.length === 0) return [];
    const splits = findSplits(market);
    return found.flatMap(({ block: k, size }) => {
      const from = (all[k - 1] as Block).from;
      const at = cut(market.volume, from, (all[k + 1] as Block).to);
      if (!isSharp(market, at, size, length)) return [];
      if (splits.some(({ place }) => Math.abs(place - at) <= length)) return [];
      const ratio = Math.exp(size);
      const times = ratio > 1 ? numberText(ratio) : `1/${numberText(1 / ratio)}`;
      const when = timeText(market.time[at] as number);
      const what = `volume ${times} times that of the three months before, from about ${when}`;
      return [finding(market.raw, volumeScale, { rows: [market.row[at] as number], found: what })];
    });
  },
};
