import type { MarketFinding } from "../../market-finding.ts";
import { finding, runsOf, spansOf } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, numberText, percent, timeText } from "../text.ts";

const bad: RuleOfLint = {
  id: "negative-volume",
  level: "error",
  meaning: "Volume is negative or infinite.",
  advice: "--repair marks it as unknown.",
  repair: "safe",
};

const unknown: RuleOfLint = {
  id: "zero-volume",
  level: "warning",
  meaning: "Volume is 0 on bars whose price moved: 0 stands for unknown.",
  advice: "--repair marks it as unknown, so that a strategy on volume is not fed zeros.",
  repair: "safe",
};

const noTrades: RuleOfLint = {
  id: "no-trades",
  level: "note",
  meaning: "Bars without a trade: volume 0 and no move, as in an outage or a quiet minute.",
  advice: "Nothing to do; orders would not have been filled on these bars.",
  repair: "none",
};

const missing: RuleOfLint = {
  id: "missing-volume",
  level: "note",
  meaning: "Volume is not given.",
  advice: "Nothing to do; strategies on volume see NaN there.",
  repair: "none",
};

/** A run of zeros is unknown as a whole if at least this share of its bars moved. */
const movedShare = 0.2;

/** True if the bar has a range or did not open and close where the bar before closed. */
function moved(market: MarketView, t: number): boolean {
  const close = market.close[t] as number;
  if (market.high[t] !== market.low[t]) return true;
  return t > 0 && close !== market.close[t - 1];
}

/** Places of the series with volume 0 used as unknown. */
export function unknownZeros(market: MarketView): { readonly unknown: number[]; readonly noTrades: number[] } {
  const zeros: number[] = [];
  for (let t = 0; t < market.length; t++) if (market.volume[t] === 0) zeros.push(t);
  const out = { unknown: [] as number[], noTrades: [] as number[] };
  for (const run of runsOf(zeros)) {
    const moving = run.filter((t) => moved(market, t));
    const whole = moving.length >= movedShare * run.length;
    for (const t of run) (whole || moved(market, t) ? out.unknown : out.noTrades).push(t);
  }
  return out;
}

function rowsOf(market: MarketView, places: readonly number[]): number[] {
  return places.map((t) => market.row[t] as number).sort((a, b) => a - b);
}

/** The zeros of volume, by what they mean. */
function zeroFindings(market: MarketView): readonly MarketFinding[] {
  const { unknown: hidden, noTrades: quiet } = unknownZeros(market);
  const from = (places: readonly number[]): string => timeText(market.time[places[0] as number] as number);
  return [
    ...spansOf(hidden).map((span) =>
      finding(market.raw, unknown, {
        rows: rowsOf(market, span),
        found: `volume 0 on ${counted(span.length, "bar")} whose price moved, first ${from(span)}`,
      }),
    ),
    ...(quiet.length > 0
      ? [
          finding(market.raw, noTrades, {
            rows: rowsOf(market, quiet),
            found: `${counted(quiet.length, "bar")} without a trade or a move, first ${from(quiet)}`,
          }),
        ]
      : []),
  ];
}

/** Volume: negative, missing, zero where it is unknown, zero where nothing was traded. */
export const volumeCellsCheck: LintCheck = {
  rules: [bad, unknown, noTrades, missing],
  check(market) {
    const { raw } = market;
    const negative: number[] = [];
    const none: number[] = [];
    for (let i = 0; i < raw.length; i++) {
      const volume = raw.volume[i] as number;
      if (volume < 0 || volume === Number.POSITIVE_INFINITY) negative.push(i);
      else if (Number.isNaN(volume)) none.push(i);
    }
    const first = negative[0];
    const share = percent(none.length / raw.length);
    return [
      ...(first === undefined
        ? []
        : [
            finding(raw, bad, {
              rows: negative,
              found: `volume ${numberText(raw.volume[first] as number)} on ${timeText(raw.time[first] as number)}`,
            }),
          ]),
      ...zeroFindings(market),
      ...(none.length > 0
        ? [finding(raw, missing, { rows: none, found: `no volume on ${counted(none.length, "bar")} (${share})` })]
        : []),
    ];
  },
};
