import type { RawBars } from "../../raw-bars.ts";
import { finding, spansOf } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import { counted, numberText, timeText } from "../text.ts";

const missingTime: RuleOfLint = {
  id: "missing-time",
  level: "error",
  meaning: "A row has no time.",
  advice: "--repair drops the row; if there are many, look for another column that holds the date.",
  repair: "safe",
};

const missingPrice: RuleOfLint = {
  id: "missing-price",
  level: "error",
  meaning: "A row lacks open, high, low or close: a holiday that the vendor lists, or a damaged line.",
  advice: "--repair drops the row.",
  repair: "safe",
};

const nonPositivePrice: RuleOfLint = {
  id: "non-positive-price",
  level: "error",
  meaning: "A price is zero or negative: zero stands for no price.",
  advice:
    "--repair drops the row. Where prices are truly negative (crude oil, April 2020) cut the market before that day.",
  repair: "safe",
};

const prices = ["open", "high", "low", "close"] as const;

/** Kind of defect of row `i`: 0 none, 1 no time, 2 no price, 3 price ≤ 0. */
function defectOf(raw: RawBars, i: number): 0 | 1 | 2 | 3 {
  const time = raw.time[i] as number;
  if (!(time > Number.NEGATIVE_INFINITY && time < Number.POSITIVE_INFINITY)) return 1;
  const open = raw.open[i] as number;
  const high = raw.high[i] as number;
  const low = raw.low[i] as number;
  const close = raw.close[i] as number;
  const sum = open + high + low + close;
  if (!(sum > Number.NEGATIVE_INFINITY && sum < Number.POSITIVE_INFINITY)) return 2;
  return open > 0 && high > 0 && low > 0 && close > 0 ? 0 : 3;
}

/** What is missing or wrong in a row: `open`, or `open, high, low, close`. */
function columnsWhere(raw: RawBars, i: number, wrong: (value: number) => boolean): string {
  return prices.filter((name) => wrong(raw[name][i] as number)).join(", ");
}

/** Rows that are no bars: without a time, without prices, with prices of zero or less. */
export const cellsCheck: LintCheck = {
  rules: [missingTime, missingPrice, nonPositivePrice],
  check({ raw }) {
    const rows: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < raw.length; i++) {
      const defect = defectOf(raw, i);
      if (defect !== 0) (rows[defect - 1] as number[]).push(i);
    }
    const [noTime, noPrice, notPositive] = rows;
    return [
      ...spansOf(noTime).map((span) =>
        finding(raw, missingTime, { rows: span, found: `${counted(span.length, "row")} without a time` }),
      ),
      ...spansOf(noPrice).map((span) => {
        const row = span[0] as number;
        const columns = columnsWhere(raw, row, (value) => !Number.isFinite(value));
        const first = `first ${columns} of ${timeText(raw.time[row] as number)}`;
        return finding(raw, missingPrice, {
          rows: span,
          found: `${counted(span.length, "row")} without a price, ${first}`,
        });
      }),
      ...spansOf(notPositive).map((span) => {
        const row = span[0] as number;
        const column = prices.find((name) => !((raw[name][row] as number) > 0)) ?? "close";
        const value = numberText(raw[column][row] as number);
        const first = `first ${column} ${value} on ${timeText(raw.time[row] as number)}`;
        return finding(raw, nonPositivePrice, {
          rows: span,
          found: `${counted(span.length, "row")} with a price of zero or less, ${first}`,
        });
      }),
    ];
  },
};
