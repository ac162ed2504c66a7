import { describe, expect, test } from "vitest";
import { openAccount } from "../../../src/core/backtest/account.ts";
import { completed, type Simulation, simulate, simulateBar } from "../../../src/core/backtest/simulate.ts";
import { type BacktestColumns, backtestColumns } from "../../../src/core/backtest.ts";
import { createRandom, type Random } from "../../../src/core/random.ts";
import { barsOf } from "./markets.ts";

/** What `simulate` does with its fast loops, done bar by bar. */
function barByBar(simulation: Simulation, into: BacktestColumns): number {
  const account = openAccount(simulation.initial);
  into.turnover.fill(0);
  for (let t = 1; t < simulation.bars.length; t++) {
    const end = simulateBar(simulation, into, account, t);
    if (end !== completed) return end;
  }
  return completed;
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.int(from.length)] as T;
}

/** Quiet and wild markets, tiny and huge prices and equity, costs up to 300 %, targets kept, NaN, −0 and moved by rounding. */
function anySimulation(random: Random): Simulation {
  const n = 1 + random.int(pick(random, [60, 60, 60, 2000]));
  const wildness = pick(random, [0.001, 0.01, 0.1, 0.5, 2, 30]);
  const moves = pick(random, [2, 5, 40]);
  const sides = pick(random, [0, -1]);
  let price = pick(random, [100, 100, 100, 100, 1e-8, 1e-150, 1e-300, 1e300]);
  const step = (): number => (price *= random.int(5) === 0 ? 1 : Math.exp(random.normal() * wildness));
  let wanted = 0;
  const target = Float64Array.from({ length: n }, () => {
    const kind = random.int(8 * moves);
    if (kind < 4) wanted = pick(random, [Number.NaN, 0, -0, 1, sides]);
    else if (kind === 4) wanted = Math.min(1, (wanted || 0) + 1e-13);
    else if (kind < 8) wanted = sides + random.next() * (1 - sides);
    return wanted;
  });
  const prices = Array.from({ length: n }, () => [step(), step()] as const);
  const bars = barsOf(
    prices.map(([open]) => open),
    prices.map(([, close]) => close),
  );
  const cost = pick(random, [0, 0.00005, 0.001, 0.3, 0.99, 1, 3]);
  return { bars, target, initial: pick(random, [1, 1, 10_000, 1e-300, 1e300]), cost, everyBar: false };
}

function bytes(column: Float64Array): Uint8Array {
  return new Uint8Array(column.buffer);
}

function columnsOf({ bars, initial }: Simulation): BacktestColumns {
  const columns = backtestColumns(bars.length);
  columns.equity[0] = initial;
  return columns;
}

describe("simulate", () => {
  test("its fast loops equal bar by bar, bit for bit, on 3,000 markets, a third of which ruin", () => {
    const random = createRandom("simulate");
    let ruined = 0;
    for (let i = 0; i < 3000; i++) {
      const simulation = anySimulation(random);
      const [fast, slow] = [columnsOf(simulation), columnsOf(simulation)];
      const end = simulate(simulation, fast);
      expect(end, `market ${i}`).toBe(barByBar(simulation, slow));
      if (end >= 0) ruined++;
      if (end < completed) continue;
      for (const name of ["equity", "position", "turnover"] as const) {
        expect(Buffer.compare(bytes(fast[name]), bytes(slow[name])), `market ${i}, ${name}`).toBe(0);
      }
    }
    expect(ruined).toBeGreaterThan(600);
  });

  test("a price that is none is found where it stands, at both ends of a block of 512 bars too", () => {
    for (const bar of [1, 2, 511, 512, 513, 514, 1024, 1025, 1499]) {
      for (const [name, price] of [
        ["open", Number.NaN],
        ["close", -1],
        ["open", 0],
        ["close", Infinity],
      ] as const) {
        for (const wanted of [0, 1, -1]) {
          const bars = barsOf(new Array(1500).fill(100), new Array(1500).fill(100));
          bars[name][bar] = price;
          const target = new Float64Array(1500).fill(wanted);
          const simulation = { bars, target, initial: 1, cost: 0, everyBar: false };
          expect(simulate(simulation, columnsOf(simulation))).toBe(-2 - bar);
        }
      }
    }
  });
});
