import { priceLimits } from "../../calendars/price-limit.ts";
import { sharesSplit } from "../../calendars/session-kind.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, numberText, percent, timeText } from "../text.ts";

const beyondLimit: RuleOfLint = {
  id: "price-limit",
  level: "error",
  meaning:
    "The price opens beyond the exchange's daily limit: no trade can do that, so shares were split, bonus shares or dividends paid out.",
  advice: "Get prices adjusted for splits, bonus issues and dividends.",
  repair: "none",
};

/** Ticks and rounding of limit prices: a close of 10.06 % is at a limit of 10 %. */
const slack = 0.006;

/** A gap of more days than this is a suspension, after which limits may not apply. */
const suspensionDays = 12;

/** True where the exchange of the market has daily limits and the closes keep one: a jump within it is a trade, one beyond it is none. */
export function keepsLimit(market: MarketView): boolean {
  return limitKept(market) !== undefined;
}

/**
 * True if closes pile up at a limit: eight or more within a quarter of a percent of it, more than from 80 to 90 % of it, and twice as many as
 * beyond it. Where there is no limit, moves thin out smoothly.
 */
function pilesUp(market: MarketView, limit: number): boolean {
  let below = 0;
  let at = 0;
  let beyond = 0;
  for (let t = 1; t < market.length; t++) {
    const move = Math.abs(Math.expm1(market.returns[t] as number));
    if (move > limit + slack) beyond += 1;
    else if (move > limit - 0.002 && move <= limit + 0.0025) at += 1;
    else if (move > 0.8 * limit && move <= 0.9 * limit) below += 1;
  }
  return at >= 8 && at > below && at >= 2 * beyond;
}

/** The zone's narrowest limit that at least 99 % of the closes keep; undefined where none is kept. */
function limitKept(market: MarketView): number | undefined {
  if (!market.daily || market.facts.synthetic === true || !sharesSplit(market.facts.class)) return undefined;
  // The zone of a file that names none is UTC.
  if (market.facts.timezone === "UTC") return pilesUp(market, 0.1) ? 0.1 : undefined;
  const limits = priceLimits[market.facts.timezone] ?? [];
  return limits.find((limit) => {
    let beyond = 0;
    for (let t = 1; t < market.length; t++) {
      if (Math.abs(Math.expm1(market.returns[t] as number)) > limit + slack) beyond += 1;
    }
    return beyond <= 0.01 * market.length;
  });
}

/** Opens beyond the daily price limit of the exchange. */
export const priceLimitCheck: LintCheck = {
  rules: [beyondLimit],
  check(market) {
    const limit = limitKept(market);
    if (limit === undefined) return [];
    const { open, close, time } = market;
    const places: number[] = [];
    for (let t = 1; t < market.length; t++) {
      const days = ((time[t] as number) - (time[t - 1] as number)) / 86_400_000;
      const move = (open[t] as number) / (close[t - 1] as number) - 1;
      if (Math.abs(move) > limit + slack && days <= suspensionDays) places.push(t);
    }
    const t = places[0];
    if (t === undefined) return [];
    const first = `first ${timeText(time[t] as number)}: open ${numberText(open[t] as number)} after close ${numberText(close[t - 1] as number)}`;
    return [
      finding(market.raw, beyondLimit, {
        rows: places.map((place) => market.row[place] as number).sort((a, b) => a - b),
        found: `${counted(places.length, "open")} beyond the daily limit of ${percent(limit)}, ${first}`,
      }),
    ];
  },
};
