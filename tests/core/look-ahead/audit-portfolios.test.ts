import { expect, it } from "vitest";
import { auditPortfolios } from "../../../src/core/look-ahead/audit-portfolios.ts";
import { choosePortfolioCuts } from "../../../src/core/look-ahead/cuts.ts";
import { probeBars } from "../../../src/core/look-ahead/probe.ts";

const portfolios = auditPortfolios("a", 2);
const [path] = portfolios;
if (path === undefined) throw new Error("no portfolio");
const { markets } = path;
const columns = ["open", "high", "low", "close", "volume"] as const;

it("three markets of 1,000 weekdays each: one whole, one that begins at bar 100, one that lacks bars", () => {
  for (const { markets: three } of portfolios) {
    expect(three.map(({ length }) => length)).toEqual([1000, 1000, 1000]);
    expect(three.map(({ close }) => close.findIndex((price) => price > 0))).toEqual([0, 100, 0]);
    const lacking = three.map(
      ({ open, high, volume }) => open.filter((o, t) => o === high[t] && volume[t] === 0).length,
    );
    expect(lacking[2]).toBeGreaterThan(15);
    expect(lacking[2]).toBeLessThan(50);
    for (const { time } of three) expect(time).toEqual(three[0]?.time);
  }
});

it("same seed, same portfolios; another seed, others", () => {
  expect(auditPortfolios("a", 1)[0]).toEqual(path);
  expect(auditPortfolios("b", 1)[0]?.bars.close).not.toEqual(path.bars.close);
});

it("cuts come from every market: 24 wanted of three are at most 24, none in the warm-up, both kinds", () => {
  const targets = markets.map(({ close }) => close.map((_, t) => Math.sign(Math.sin(t / 9)) / 3));
  const probes = choosePortfolioCuts({ markets, targets, warmupBars: 250, count: 24, seed: "s" });
  expect(probes.length).toBeGreaterThan(18);
  expect(probes.length).toBeLessThanOrEqual(24);
  expect(probes.every(({ bar }) => bar >= 250 && bar < 999)).toBe(true);
  expect(new Set(probes.map(({ kind }) => kind))).toEqual(new Set(["truncate", "scramble"]));
  expect(probes.map(({ bar }) => bar)).toEqual(probes.map(({ bar }) => bar).toSorted((a, b) => a - b));
});

it("nothing is truncated before the last market has begun", () => {
  const late = markets.map((bars, i) =>
    i === 0 ? bars : { ...bars, close: bars.close.map((price, t) => (t < 950 ? Number.NaN : price)) },
  );
  const targets = markets.map(({ length }) => new Float64Array(length));
  const probes = choosePortfolioCuts({ markets: late, targets, warmupBars: 250, count: 60, seed: "s" });
  const truncated = probes.filter(({ kind }) => kind === "truncate").map(({ bar }) => bar);
  expect(truncated.length).toBeGreaterThan(5);
  expect(Math.min(...truncated)).toBeGreaterThanOrEqual(950);
});

it("a scrambled portfolio keeps one axis and the known bars; later bars differ, are valid, and begin when they did", () => {
  for (let k = 0; k < 12; k++) {
    const cut = k % 3 === 0 ? 60 : 400 + k;
    const scrambled = markets.map((bars) => probeBars(bars, { kind: "scramble", bar: cut, seed: `s${k}` }));
    for (const [i, bars] of scrambled.entries()) {
      const was = markets[i];
      if (was === undefined) throw new Error("no market");
      expect(bars.time).toEqual(scrambled[0]?.time);
      for (const name of columns) expect(bars[name].slice(0, cut + 1)).toEqual(was[name].slice(0, cut + 1));
      for (let t = cut + 1; t < bars.length; t++) {
        const [o, h, l, c] = [bars.open[t], bars.high[t], bars.low[t], bars.close[t]] as [
          number,
          number,
          number,
          number,
        ];
        if (Number.isNaN(was.close[t])) expect([o, h, l, c]).toEqual([NaN, NaN, NaN, NaN]);
        else if (!(l > 0 && l <= Math.min(o, c) && h >= Math.max(o, c) && h < Infinity && c !== was.close[t])) {
          throw new Error(`market ${i}, cut ${cut}, bar ${t}: ${o} ${h} ${l} ${c}`);
        }
      }
    }
  }
});
