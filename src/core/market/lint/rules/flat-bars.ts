import { finding, runsOf } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, percent, timeText } from "../text.ts";

const closeOnly: RuleOfLint = {
  id: "close-only",
  level: "warning",
  meaning: "Open, high, low and close are one price for a whole period: a single fixing, or closes only.",
  advice: "Cut the period off, or do not judge by it what works on ranges, stops or opens.",
  repair: "none",
};

const flatBars: RuleOfLint = {
  id: "flat-bars",
  level: "note",
  meaning: "Single bars whose open, high, low and close are one price.",
  advice: "Usual in quiet minutes. In a daily file look whether the exchange was open.",
  repair: "none",
};

/** A period: at least 20 flat bars, no more than two others between neighbours, and four fifths flat. */
const period = { bars: 20, reach: 3, share: 0.8 };

function isPeriod(run: readonly number[]): boolean {
  const span = (run.at(-1) as number) - (run[0] as number) + 1;
  return run.length >= period.bars && run.length >= period.share * span;
}

function flatPlaces(market: MarketView): readonly number[] {
  const places: number[] = [];
  for (let t = 0; t < market.length; t++) {
    const close = market.close[t];
    if (market.high[t] === market.low[t] && market.open[t] === close && market.high[t] === close) places.push(t);
  }
  return places;
}

/** Bars without a range: periods of closes only, and single ones. */
export const flatBarsCheck: LintCheck = {
  rules: [closeOnly, flatBars],
  check(market) {
    const { raw, row, time } = market;
    const places = flatPlaces(market);
    // Minutes without a second trade are flat by nature: there only the share is worth a word.
    const runs = market.daily ? runsOf(places, period.reach) : [places];
    const periods = market.daily ? runs.filter(isPeriod) : [];
    const single = runs.filter((run) => !periods.includes(run)).flat();
    const at = (t: number | undefined): string => timeText(time[t as number] as number);
    const rows = (run: readonly number[]): number[] => run.map((t) => row[t] as number).sort((a, b) => a - b);
    return [
      ...periods.map((run) =>
        finding(raw, closeOnly, {
          rows: rows(run),
          found: `${counted(run.length, "bar")} of one price, ${at(run[0])} to ${at(run.at(-1))}`,
        }),
      ),
      ...(single.length > 0
        ? [
            finding(raw, flatBars, {
              rows: rows(single),
              found: `${counted(single.length, "bar")} of one price (${percent(single.length / market.length)}), first ${at(single[0])}`,
            }),
          ]
        : []),
    ];
  },
};
