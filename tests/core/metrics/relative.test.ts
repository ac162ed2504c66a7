import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backtest } from "../../../src/core/backtest.ts";
import { activeReturns } from "../../../src/core/metrics/active-returns.ts";
import { alpha } from "../../../src/core/metrics/alpha.ts";
import { battingAverage } from "../../../src/core/metrics/batting-average.ts";
import { beta } from "../../../src/core/metrics/beta.ts";
import { downCapture } from "../../../src/core/metrics/down-capture.ts";
import { informationRatio } from "../../../src/core/metrics/information-ratio.ts";
import { mSquared } from "../../../src/core/metrics/m-squared.ts";
import { mean } from "../../../src/core/metrics/mean.ts";
import { sharpe } from "../../../src/core/metrics/sharpe.ts";
import { simpleReturns } from "../../../src/core/metrics/simple-returns.ts";
import { trackingError } from "../../../src/core/metrics/tracking-error.ts";
import { treynor } from "../../../src/core/metrics/treynor.ts";
import { upCapture } from "../../../src/core/metrics/up-capture.ts";
import { volatility } from "../../../src/core/metrics/volatility.ts";
import { settings, walk } from "../backtest/markets.ts";
import { mixedReturns } from "./published.ts";

const market = [0.01, -0.02, 0.03, 0.02, 0, -0.01];
const cash = market.map(() => 0);

const columns = fc
  .array(fc.tuple(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.double({ min: -0.5, max: 0.5, noNaN: true })), {
    minLength: 2,
    maxLength: 30,
  })
  .map((pairs) => [pairs.map(([r]) => r), pairs.map(([, m]) => m)] as const);

/**
 * Annual excess returns with the moments of portfolio P and market M in Bodie, Kane & Marcus, Investments, table 24.2:
 * means 29 % and 22 %, sd 42 % and 30 %, beta 1.2, over bills of 6 %.
 */
function bodieKaneMarcus(): [number[], number[]] {
  const unit = [1, -1, 1, -1].map((x) => x * Math.sqrt(3 / 4));
  const other = [1, 1, -1, -1].map((x) => x * Math.sqrt(3 / 4));
  const own = Math.sqrt(0.42 ** 2 - (1.2 * 0.3) ** 2);
  const m = unit.map((x) => 0.22 + 0.3 * x);
  return [m.map((x, i) => 0.29 + 1.2 * (x - 0.22) + own * (other[i] ?? 0)), m];
}

describe("Bodie, Kane & Marcus, table 24.2", () => {
  const [p, m] = bodieKaneMarcus();
  test("the series have its moments", () => {
    expect([mean(p), volatility(p, 1), mean(m), volatility(m, 1), beta(p, m)]).toEqual(
      [0.29, 0.42, 0.22, 0.3, 1.2].map((x) => expect.closeTo(x, 13)),
    );
  });
  test("treynor of P is 24.2 %, of the market 22 %", () => {
    expect(treynor(p, m, 1)).toBeCloseTo(0.242, 3);
    expect(treynor(m, m, 1)).toBeCloseTo(0.22, 13);
  });
  test("mSquared of P is 20.7 % over bills, 1.3 % below the market", () => {
    expect(mSquared(p, m, 1)).toBeCloseTo(0.207, 3);
    expect((mSquared(p, m, 1) ?? 0) - (mSquared(m, m, 1) ?? 0)).toBeCloseTo(-0.013, 3);
  });
});

describe("trackingError", () => {
  test("of Investopedia's fund, 11, 3, 12, 14, 8 % against 12, 5, 13, 9, 7 %, is 2.79 %", () => {
    expect(trackingError([0.11, 0.03, 0.12, 0.14, 0.08], [0.12, 0.05, 0.13, 0.09, 0.07], 1)).toBeCloseTo(0.0279, 4);
  });
  test("grows by √12 from months to years; of the market itself is 0; under 2 returns is null", () => {
    const fund = market.map((m, i) => m + 0.001 * i);
    expect(trackingError(fund, market, 12)).toBeCloseTo(Math.sqrt(12) * (trackingError(fund, market, 1) ?? 0), 14);
    expect([trackingError(market, market, 12), trackingError([0.1], [0.1], 12)]).toEqual([0, null]);
  });
  test("times the information ratio is the mean active return", () => {
    fc.assert(
      fc.property(columns, ([r, m]) => {
        const ratio = informationRatio(r, m, 252);
        fc.pre(ratio !== null);
        const active = mean(activeReturns(r, m)) * 252;
        expect((ratio ?? 0) * (trackingError(r, m, 252) ?? 0)).toBeCloseTo(active, 9);
      }),
    );
  });
});

describe("upCapture and downCapture", () => {
  // empyrical's tests of up_capture and down_capture, whose means are compounded to a year of 252 bars.
  const positive = [0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01];
  const negative = [-0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05];
  test("empyrical's positive_returns on mixed_returns: 0.0076167762 and −11.27400221", () => {
    expect(upCapture(positive, mixedReturns, 252)).toBeCloseTo(0.0076167762, 9);
    expect(downCapture(positive, mixedReturns, 252)).toBeCloseTo(-11.27400221, 7);
  });
  test("empyrical's all_negative_returns on mixed_returns: −0.0004336328 and 0.99956025703798634", () => {
    expect(upCapture(negative, mixedReturns, 252)).toBeCloseTo(-0.0004336328, 9);
    expect(downCapture(negative, mixedReturns, 252)).toBeCloseTo(0.99956025703798634, 9);
  });
  test("15 and 8 % where the market rose 10 and 10 %: √1.242 − 1 over 0.1; −5 % where it fell 10 %: a half", () => {
    expect(upCapture([0.15, 0.08, -0.05], [0.1, 0.1, -0.1])).toBeCloseTo((Math.sqrt(1.242) - 1) / 0.1, 13);
    expect(downCapture([0.15, 0.08, -0.05], [0.1, 0.1, -0.1])).toBeCloseTo(0.5, 13);
  });
  test("of the market itself are 1, of cash 0, where the market only rose or stood still null", () => {
    expect([upCapture(market, market), downCapture(market, market)]).toEqual([1, 1]);
    expect([upCapture(cash, market), downCapture(cash, market)]).toEqual([0, expect.closeTo(0, 15)]);
    expect([downCapture(market, [0.1, 0.1, 0, 0, 0, 0]), upCapture(market, cash), upCapture([], [])]).toEqual([
      null,
      null,
      null,
    ]);
  });
  test("what the strategy earns while the market stands still counts for neither", () => {
    expect(upCapture([0.5, 0.05, -0.05], [0, 0.1, -0.1])).toBeCloseTo(0.5, 13);
    expect(downCapture([0.5, 0.05, -0.05], [0, 0.1, -0.1])).toBeCloseTo(0.5, 13);
  });
  test("ruin on a bar on which the market fell 10 % is a down capture of 10", () => {
    expect(downCapture([-1, 0], [-0.1, 0.1])).toBeCloseTo(10, 13);
  });
  test("short the market, both are below 0", () => {
    const short = market.map((m) => -m);
    expect(upCapture(short, market)).toBeLessThan(0);
    expect(downCapture(short, market)).toBeLessThan(0);
  });
});

describe("treynor and mSquared", () => {
  test("gearing leaves both as they are: 2·r has the ratio and the M² of r", () => {
    fc.assert(
      fc.property(columns, ([r, m]) => {
        fc.pre(Math.abs(beta(r, m) ?? 0) > 1e-6 && (sharpe(r, 1) ?? 1e9) < 1e6);
        const geared = r.map((x) => 2 * x);
        const near = (a: number | null, b: number | null): void =>
          expect((a ?? 0) / (b || 1)).toBeCloseTo(b ? 1 : 0, 9);
        near(treynor(geared, m, 12), treynor(r, m, 12));
        near(mSquared(geared, m, 12), mSquared(r, m, 12));
      }),
    );
  });
  test("of cash, or on a market that stands still, are null", () => {
    expect([treynor(cash, market, 12), mSquared(cash, market, 12), treynor(market, cash, 12)]).toEqual([
      null,
      null,
      null,
    ]);
  });
  test("on a market that it does not move with, but for a beta of −2e-17, is null", () => {
    expect(beta([0.1, 0.2, 0.1, 0.2], [0.1, 0.1, 0.3, 0.3])).not.toBe(0);
    expect(treynor([0.1, 0.2, 0.1, 0.2], [0.1, 0.1, 0.3, 0.3], 12)).toBeNull();
  });
});

describe("battingAverage", () => {
  test("of 2, 0, −1, 1 % on 1, 0, −2, 3 % is 0.5: a draw is not won", () => {
    expect(battingAverage([0.02, 0, -0.01, 0.01], [0.01, 0, -0.02, 0.03])).toBe(0.5);
  });
  test("of the strategy and of the market against it leave the draws", () => {
    fc.assert(
      fc.property(columns, ([r, m]) => {
        const draws = r.filter((x, i) => Math.abs(x - (m[i] ?? 0)) <= 1e-12).length / r.length;
        expect((battingAverage(r, m) ?? 0) + (battingAverage(m, r) ?? 0) + draws).toBeCloseTo(1, 13);
      }),
    );
  });
  test("of buy-and-hold without costs is 0: what rounding sets apart is a draw", () => {
    const bars = walk("batting", 500, 0.01);
    const hold = backtest(bars, new Float64Array(bars.length).fill(1), settings(0, "on-change", 1000));
    const [held, closes] = [hold.equity, bars.close].map((column) => simpleReturns(column.subarray(1)));
    expect(held?.some((x, i) => x > (closes?.[i] ?? 0))).toBe(true);
    expect(battingAverage(held ?? [], closes ?? [])).toBe(0);
  });
  test("without returns is null", () => expect(battingAverage([], [])).toBeNull());
});

test.each([
  activeReturns,
  alpha,
  battingAverage,
  beta,
  downCapture,
  informationRatio,
  mSquared,
  trackingError,
  treynor,
  upCapture,
])("%o refuses unequal lengths, whichever is longer", (f) => {
  expect(() => f([0.1, 0.2, 0.4], [0.1, 0.3], 12)).toThrow("3, 2 values");
  expect(() => f([0.1, 0.3], [0.1, 0.2, 0.4], 12)).toThrow("2, 3 values");
});
