import { priceLimits } from "../../calendars/price-limit.ts";
import { sharesSplit } from "../../calendars/session-kind.ts";
import type { MarketFinding } from "../../market-finding.ts";
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

const doubtful =
  "Shares of some boards have a wider limit. If this is none of them, get prices adjusted for splits, bonus issues and dividends.";

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

/** A limit that a market keeps. */
interface KeptLimit {
  readonly limit: number;
  /** Beyond this nothing trades, whatever the share's limit is. */
  readonly surely: number;
}

/** Closes at a limit from which it is the one that binds. */
const fewestAt = 2;

/**
 * The limit that the closes keep (99 % of them): the narrowest of the zone's that some stand at; where none stand at any, calm shares keep
 * all of them, and the exchange's usual one is taken, beyond the widest of which alone nothing trades. undefined where none is kept.
 */
function limitKept(market: MarketView): KeptLimit | undefined {
  if (!market.daily || market.facts.synthetic === true || !sharesSplit(market.facts.class)) return undefined;
  // The zone of a file that names none is UTC.
  if (market.facts.timezone === "UTC") return pilesUp(market, 0.1) ? { limit: 0.1, surely: 0.1 } : undefined;
  const limits = priceLimits[market.facts.timezone] ?? [];
  const moves = market.returns.map((move) => Math.abs(Math.expm1(move)));
  const count = (holds: (move: number) => boolean): number => moves.reduce((sum, move) => sum + Number(holds(move)), 0);
  const kept = limits.filter((limit) => count((move) => move > limit + slack) <= 0.01 * market.length);
  const touched = kept.find((limit) => count((move) => move > limit - 0.002 && move <= limit + slack) >= fewestAt);
  if (touched !== undefined) return { limit: touched, surely: touched };
  const usual = limits[1] ?? limits[0];
  return usual === undefined || !kept.includes(usual) ? undefined : { limit: usual, surely: Math.max(...limits) };
}

/** Opens beyond the daily price limit of the exchange. */
export const priceLimitCheck: LintCheck = {
  rules: [beyondLimit],
  check(market) {
    const kept = limitKept(market);
    if (kept === undefined) return [];
    const { limit, surely } = kept;
    const places = { error: [] as number[], warning: [] as number[] };
    for (let t = 1; t < market.length; t++) {
      const days = ((market.time[t] as number) - (market.time[t - 1] as number)) / 86_400_000;
      const move = Math.abs((market.open[t] as number) / (market.close[t - 1] as number) - 1);
      if (move > limit + slack && days <= suspensionDays) places[move > surely + slack ? "error" : "warning"].push(t);
    }
    return (["error", "warning"] as const).flatMap((level) => openFinding(market, limit, level, places[level]));
  },
};

function openFinding(
  market: MarketView,
  limit: number,
  level: "error" | "warning",
  places: readonly number[],
): readonly MarketFinding[] {
  const t = places[0];
  if (t === undefined) return [];
  const { open, close, time, row, raw } = market;
  const first = `first ${timeText(time[t] as number)}: open ${numberText(open[t] as number)} after close ${numberText(close[t - 1] as number)}`;
  return [
    finding(raw, beyondLimit, {
      level,
      rows: places.map((place) => row[place] as number).sort((a, b) => a - b),
      found: `${counted(places.length, "open")} beyond the daily limit of ${percent(limit)}, ${first}`,
      ...(level === "error" ? {} : { advice: doubtful }),
    }),
  ];
}
