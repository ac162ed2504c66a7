import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BaselineJudge, baselineSeparation, openBaselineJudge } from "../../../src/cli/data/power-baselines.ts";
import { sliceBars } from "../../../src/core/bars.ts";
import { createBars } from "../../../src/core/create-bars.ts";
import { randomMarket } from "../../core/paths/random-market.ts";

const root = join(import.meta.dirname, "../../..");
const free = { feeBps: 0, slippageBps: 0 };
let judge: BaselineJudge;
beforeAll(async () => {
  judge = await openBaselineJudge(root);
});
afterAll(() => judge.close());

describe("openBaselineJudge", () => {
  it("runs the seven baselines, in the order of their names, and tests their 21 pairs", async () => {
    const found = await judge.separate(randomMarket("baselines", 800), free);
    expect(found?.strategies.map(({ name }) => name)).toEqual([
      "buy-and-hold",
      "cash",
      "donchian-breakout",
      "random",
      "rsi-reversion",
      "sma-cross",
      "volatility-target",
    ]);
    expect(found?.pairs).toHaveLength(21);
    expect(found?.failed).toEqual([]);
    expect(found?.strategies[1]?.sharpe).toBeNull();
    expect(found?.significant).toBe(found?.pairs.filter((pair) => pair.adjusted <= 0.05).length);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("a market that rises by 1 % a day tells holding from cash; one without drift tells few pairs", async () => {
    const rising = await judge.separate(randomMarket("up", 1000, 0.01), free);
    const pair = rising?.pairs.find(({ a, b }) => a === "buy-and-hold" && b === "cash");
    expect(pair?.adjusted).toBeLessThan(1e-6);
    expect(pair?.difference).toBeCloseTo(0.01, 2);
    const still = await judge.separate(randomMarket("still", 1000), free);
    expect(rising?.significant).toBeGreaterThan(5);
    expect(still?.significant).toBeLessThan(2);
  });

  it("fees of 1 % tell the trader of every month from cash where nothing else does", async () => {
    const bars = randomMarket("fees", 2000, 0, 0.001);
    const dear = await judge.separate(bars, { feeBps: 100, slippageBps: 0 });
    const pair = dear?.pairs.find(({ a, b }) => a === "cash" && b === "random");
    expect(pair?.adjusted).toBeLessThan(0.01);
  });

  it("a market of equal prices tells none, one of two bars has no answer", async () => {
    const flat = await judge.separate(createBars({ close: new Float64Array(300).fill(5) }), free);
    expect(flat?.significant).toBe(0);
    expect(flat?.pairs.every(({ p }) => p === 1)).toBe(true);
    expect(await judge.separate(sliceBars(randomMarket("two", 5), 0, 2), free)).toBeNull();
    expect(await judge.separate(sliceBars(randomMarket("three", 5), 0, 3), free)).not.toBeNull();
  });
});

describe("baselineSeparation", () => {
  it("is the same for one market", async () => {
    const bars = randomMarket("one", 400);
    expect(await baselineSeparation(root, bars, free)).toEqual(await judge.separate(bars, free));
  });
});
