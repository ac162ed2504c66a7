import { describe, expect, it } from "vitest";
import type { StoredPath } from "../../../src/core/paths/stored-path.ts";
import { type Behaviour, behaviourOf } from "../../../src/report/attempt/behaviour.ts";
import { behaviourWords } from "../../../src/report/attempt/behaviour-words.ts";
import { analysePath, type PathAnswer } from "../../../src/report/parts/path-analysis.ts";
import { pathMarket } from "../../../src/report/parts/path-market.ts";
import { storedPath } from "../stored-paths.ts";

const paths = ["p1", "p2", "p3"].map((path) => storedPath(path));

/** What a program does that answers on each path as told. */
function doing(answer: (path: StoredPath) => Omit<PathAnswer, "path">): Behaviour {
  return behaviourOf(
    paths.flatMap((path) => analysePath(pathMarket(path), { path: path.path, ...answer(path) }) ?? []),
  );
}

/** 1 where the last `bars` bars rose, else `otherwise`. */
const momentum =
  (bars: number, otherwise: number) =>
  ({ close }: StoredPath): Omit<PathAnswer, "path"> => ({
    target: close.map((price, t) => (t >= bars && price > (close[t - bars] as number) ? 1 : otherwise)),
  });

describe("behaviourOf", () => {
  it("a program that goes with the last 20 bars reacts to 20 bars", () => {
    const { reaction, long, short } = doing(momentum(20, -1));
    expect(reaction?.bars).toBe(20);
    expect(reaction?.correlation).toBeGreaterThan(0.6);
    expect(long + short).toBeGreaterThan(0.98);
  });

  it("one that bets against the last 5 bars has the opposite sign", () => {
    const { reaction } = doing(({ close }) => ({
      target: close.map((price, t) => (t >= 5 && price > (close[t - 5] as number) ? -1 : 1)),
    }));
    expect(reaction?.bars).toBe(5);
    expect(reaction?.correlation).toBeLessThan(-0.6);
  });

  it("a target that never changes reacts to nothing", () => {
    const { reaction, volatility, tradesAYear, size } = doing(({ close }) => ({ target: close.map(() => 1) }));
    expect(reaction).toBeNull();
    expect(volatility).toBeNull();
    expect(tradesAYear).toBeCloseTo(3 / (750 / 365), 10);
    expect(size).toBeCloseTo(1, 10);
  });

  it("a program that never trades has no size and no trades", () => {
    const idle = doing(({ close }) => ({ target: close.map(() => 0) }));
    expect(idle).toMatchObject({ long: 0, short: 0, size: null, tradesAYear: 0, held: null, stops: [] });
    expect(behaviourWords("en", idle)).toEqual(["It never holds a position."]);
  });

  it("stops are a share of the trades that they ended", () => {
    const { stops } = doing((path) => ({ ...momentum(20, -1)(path), takeProfit: path.close.map(() => 0.01) }));
    expect(stops.map((stop) => stop.kind)).toEqual(["take-profit"]);
    expect(stops[0]?.share).toBeGreaterThan(0.3);
  });
});

describe("behaviourWords", () => {
  const some: Behaviour = {
    long: 0.42,
    short: 0,
    size: 0.9,
    tradesAYear: 12.4,
    turnoverAYear: 24.8,
    held: 7.5,
    stops: [{ kind: "stop-loss", share: 0.25 }],
    reaction: { bars: 20, correlation: 0.61 },
    volatility: -0.4,
  };

  it("says side, pace, reaction and stops", () => {
    expect(behaviourWords("en", some)).toEqual([
      "Long only: in the market 42\u00a0% of the time, with 90\u00a0% of equity on average while it is.",
      "12 trades a year, held for 7.5 bars (median); turnover 25 times equity a year.",
      "It follows the trend: its target goes with the move of the last 20 bars (correlation +0.61).",
      "It holds less where the market is volatile (correlation −0.40).",
      "Of its trades stops ended: stop-loss 25\u00a0%.",
    ]);
  });

  it("says in Chinese as much as in English", () => {
    const words = behaviourWords("zh", some);
    expect(words).toHaveLength(5);
    for (const sentence of words) expect(sentence).not.toMatch(/[a-z]{4,}|\{/);
  });

  it("a correlation below 0.25 is no reaction", () => {
    expect(behaviourWords("en", { ...some, reaction: { bars: 5, correlation: -0.2 } })[2]).toBe(
      "Its target hardly goes with past moves (at most −0.20, over 5 bars).",
    );
  });
});
