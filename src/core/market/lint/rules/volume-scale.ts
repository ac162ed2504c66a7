import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { sessionBars } from "../session-start.ts";
import { numberText, timeText } from "../text.ts";

const volumeScale: RuleOfLint = {
  id: "volume-scale",
  level: "warning",
  meaning: "Volume changes its scale from one month to the next and stays there: another unit, feed or count.",
  advice: "Do not compare volumes across the date; strategies on volume should use its ratio to a recent mean.",
  repair: "none",
};

/** Sessions of a block, and blocks on each side of a change. */
const block = { sessions: 21, beside: 3 };

/**
 * The change: at least four times the unrest of volume among the blocks beside it, and at least fourfold where volume counts ticks
 * (currencies); eightfold where it counts shares or coins, whose volume can grow fivefold for good in a month.
 */
const change = { ticks: Math.log(4), units: Math.log(8), unrest: 4 };

interface Block {
  readonly from: number;
  readonly level: number;
}

/** Mean of ln volume in blocks of 21 sessions; blocks with less than half of their volumes known are left out. */
function blocks(market: MarketView): readonly Block[] {
  const length = block.sessions * sessionBars(market);
  const out: Block[] = [];
  for (let from = 0; from + length <= market.length; from += length) {
    let sum = 0;
    let known = 0;
    for (let t = from; t < from + length; t++) {
      const volume = market.volume[t] as number;
      if (volume > 0) {
        sum += Math.log(volume);
        known += 1;
      }
    }
    if (known * 2 >= length) out.push({ from, level: sum / known });
  }
  return out;
}

function meanAndUnrest(levels: readonly Block[]): { mean: number; unrest: number } {
  const mean = levels.reduce((sum, b) => sum + b.level, 0) / levels.length;
  return { mean, unrest: Math.max(...levels.map((b) => Math.abs(b.level - mean))) };
}

/** Lasting jumps in the level of volume. */
export const volumeScaleRule: LintCheck = {
  rules: [volumeScale],
  check(market) {
    const all = blocks(market);
    const least = market.session === "week" ? change.ticks : change.units;
    const found: { readonly at: Block; readonly ratio: number }[] = [];
    for (let k = block.beside; k + block.beside <= all.length; k++) {
      const before = meanAndUnrest(all.slice(k - block.beside, k));
      const after = meanAndUnrest(all.slice(k, k + block.beside));
      const step = after.mean - before.mean;
      const unrest = Math.max(before.unrest, after.unrest, 0.1);
      const at = all[k] as Block;
      if (Math.abs(step) >= Math.max(least, change.unrest * unrest)) {
        found.push({ at, ratio: Math.exp(step) });
      }
    }
    return found.map(({ at, ratio }) =>
      finding(market.raw, volumeScale, {
        rows: [market.row[at.from] as number],
        found: `volume ${ratio > 1 ? numberText(ratio) : `1/${numberText(1 / ratio)}`} times that of the three months before, from about ${timeText(market.time[at.from] as number)}`,
      }),
    );
  },
};
