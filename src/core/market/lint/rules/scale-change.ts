import type { MarketFinding } from "../../market-finding.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, numberText, timeText } from "../text.ts";
import { findSplits } from "./split.ts";

const scaleChange: RuleOfLint = {
  id: "scale-change",
  level: "error",
  meaning:
    "A stretch of bars stands at another scale than the rest: points or cents for prices, another instrument, a changed unit.",
  advice: "Cut the stretch out, or divide its prices by the ratio if it is a change of unit.",
  repair: "none",
};

const points: RuleOfLint = {
  id: "points",
  level: "warning",
  meaning: "Prices of a currency pair are whole numbers in the ten thousands: points, not prices.",
  advice: "Divide the prices by the point size before adding the market.",
  repair: "none",
};

/** No market moves eightfold from one bar to the next. */
const jump = Math.log(8);

/** Levels closer than threefold are one level. */
const sameLevel = Math.log(3);

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** ln of its level against that of the first stretch, by the jumps alone. */
  readonly level: number;
}

/** The series cut at its eightfold jumps, those that are splits apart. */
function stretches(market: MarketView): readonly Stretch[] {
  const { returns } = market;
  const out: Stretch[] = [];
  let splits: ReadonlySet<number> | undefined;
  let from = 0;
  let level = 0;
  for (let t = 1; t < market.length; t++) {
    const step = returns[t] as number;
    if (Math.abs(step) < jump) continue;
    splits ??= new Set(findSplits(market).map(({ place }) => place));
    if (splits.has(t)) continue;
    out.push({ from, to: t, level });
    level += step;
    from = t;
  }
  return [...out, { from, to: market.length, level }];
}

/** The level at which most bars stand. */
function home(all: readonly Stretch[]): number {
  const weight = (level: number): number =>
    all.reduce((sum, s) => sum + (Math.abs(s.level - level) < sameLevel ? s.to - s.from : 0), 0);
  return all.reduce((best, s) => (weight(s.level) > weight(best) ? s.level : best), all[0]?.level ?? 0);
}

function describe(market: MarketView, stretch: Stretch, ratio: number): string {
  const { time, close } = market;
  const power = 10 ** Math.round(Math.log10(ratio));
  const unit = Math.abs(Math.log(ratio / power)) < 0.1 ? `, ${numberText(power)} times the rest` : "";
  const span = `${timeText(time[stretch.from] as number)} to ${timeText(time[stretch.to - 1] as number)}`;
  const level = numberText(close[stretch.from] as number);
  const other = numberText(close[stretch.from > 0 ? stretch.from - 1 : stretch.to] as number);
  return `${counted(stretch.to - stretch.from, "bar")} at another scale, ${span}: close ${level} beside ${other}${unit}`;
}

function pointsFinding(market: MarketView): readonly MarketFinding[] {
  if (!/^(fx|forex)/.test(market.facts.class) || market.tick < 1 || market.length === 0) return [];
  const sorted = market.close.slice().sort();
  const middle = sorted[sorted.length >> 1] as number;
  if (middle < 10_000) return [];
  return [
    finding(market.raw, points, { found: `half of the closes are above ${numberText(middle)}, all whole numbers` }),
  ];
}

/** Stretches at another scale than the rest, and markets in points. */
export const scaleChangeCheck: LintCheck = {
  rules: [scaleChange, points],
  check(market) {
    const all = stretches(market);
    const usual = home(all);
    const away = all.filter((stretch) => Math.abs(stretch.level - usual) >= sameLevel);
    return [
      ...away.map((stretch) => {
        const rows = Array.from(market.row.subarray(stretch.from, stretch.to)).sort((a, b) => a - b);
        return finding(market.raw, scaleChange, {
          rows,
          found: describe(market, stretch, Math.exp(stretch.level - usual)),
        });
      }),
      ...pointsFinding(market),
    ];
  },
};
