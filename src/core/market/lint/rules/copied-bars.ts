import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, timeText } from "../text.ts";

const copied: RuleOfLint = {
  id: "copied-bars",
  level: "error",
  meaning:
    "Bars are copies of bars a few places before: hours pasted over missing ones, or repeated at a clock change.",
  advice: "--repair drops the later copies and leaves a gap.",
  repair: "safe",
};

/** How many bars back a copy is looked for: two days of hours. */
const reach = 48;

/** A lone copy is believed only if its range is at least this many ticks: small numbers repeat by chance. */
const loneTicks = 20;

/** True if bar t repeats bar t − lag in its prices, which must not be one, and in its volume where it is known. */
function isCopy(market: MarketView, t: number, lag: number): boolean {
  const { open, high, low, close, volume } = market;
  const s = t - lag;
  if (high[t] !== high[s] || low[t] !== low[s] || !Object.is(volume[t], volume[s])) return false;
  // Without a volume only four different prices tell a copy from chance.
  return (
    (volume[t] as number) > 0 ||
    (open[t] !== high[t] && open[t] !== low[t] && close[t] !== high[t] && close[t] !== low[t])
  );
}

/** The smallest lag of 2 … 48 at which bar t is a copy; 0 if it is none. */
function copyLag(market: MarketView, t: number): number {
  const { close, open } = market;
  const c = close[t];
  const o = open[t];
  // A bar like the very last one is a stale price, which repeats at every distance.
  if (c === o || (c === close[t - 1] && o === open[t - 1])) return 0;
  for (let lag = 2; lag <= reach && lag <= t; lag++) {
    if (close[t - lag] === c && open[t - lag] === o && isCopy(market, t, lag)) return lag;
  }
  return 0;
}

function isTelling(market: MarketView, t: number): boolean {
  const range = (market.high[t] as number) - (market.low[t] as number);
  return (market.volume[t] as number) > 0 && range >= loneTicks * market.tick;
}

/** Places of bars that are copies of earlier ones: two or more in a row at one distance, or a single one of a telling size. */
export function copiedPlaces(market: MarketView): readonly { readonly place: number; readonly lag: number }[] {
  const out: { place: number; lag: number }[] = [];
  let run: { place: number; lag: number }[] = [];
  const flush = (): void => {
    const place = run[0]?.place;
    if (run.length >= 2 || (place !== undefined && isTelling(market, place))) out.push(...run);
    run = [];
  };
  for (let t = 2; t < market.length; t++) {
    const lag = copyLag(market, t);
    if (run.length > 0 && lag !== run[0]?.lag) flush();
    if (lag > 0) run.push({ place: t, lag });
  }
  flush();
  return out;
}

/** Bars copied from a few places before. Repeats of the very last bar are stale prices, not copies. */
export const copiedBarsCheck: LintCheck = {
  rules: [copied],
  check(market) {
    const copies = copiedPlaces(market);
    const first = copies[0];
    if (first === undefined) return [];
    const from = timeText(market.time[first.place - first.lag] as number);
    return [
      finding(market.raw, copied, {
        rows: copies.map(({ place }) => market.row[place] as number).sort((a, b) => a - b),
        found: `${counted(copies.length, "bar")} copied, first ${timeText(market.time[first.place] as number)} from ${from}`,
      }),
    ];
  },
};
