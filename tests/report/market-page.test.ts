import { describe, expect, it } from "vitest";
import { createBars } from "../../src/core/create-bars.ts";
import type { MarketFinding } from "../../src/core/market/market-finding.ts";
import { candlesOf } from "../../src/report/market/candles.ts";
import { type MarketPageInput, marketPage } from "../../src/report/market-page.ts";
import { randomMarket } from "../core/paths/random-market.ts";

const bars = randomMarket("page", 700);

function finding(level: MarketFinding["level"], t: number): MarketFinding {
  const time = bars.time[t] as number;
  return {
    rule: "split",
    level,
    row: t,
    line: t + 2,
    time,
    count: 1,
    rows: [t],
    found: `<b>bar ${t}</b>`,
    advice: "look",
    repairable: false,
  };
}

const input: MarketPageInput = {
  name: "my <market>",
  facts: [["class", "equity"]],
  bars,
  understood: [{ name: "vendor", value: "Yahoo & Co", known: "observed" }],
  findings: [finding("error", 100), finding("warning", 200), finding("note", 300)],
  repairs: [{ rule: "gap", done: "one row dropped", count: 1, lines: [1234], changes: [] }],
  power: ["power: little"],
  verdict: "cannot be used",
  next: null,
  usable: false,
  benchmark: "0.1",
};

describe("marketPage", () => {
  it("shows chart, findings, repairs, what was understood, facts and power, all text escaped", () => {
    const page = marketPage(input);
    for (const part of [
      "my &lt;market&gt;",
      "Yahoo &amp; Co",
      "&lt;b&gt;bar 100&lt;/b&gt;",
      "one row dropped",
      "power: little",
      "excess kurtosis",
    ]) {
      expect(page).toContain(part);
    }
    expect(page).toContain('<div class="callout bad">');
    expect(page).not.toMatch(/<b>bar|<script|NaN|Infinity|undefined/);
  });

  it("says what it says itself in Chinese too: verdict, levels, facts, how a choice is known", () => {
    const page = marketPage(input);
    for (const words of ["不可用：错误 1 条，警告 1 条，说明 1 条。", "年化波动率", "数据来源", "实测", "类别"]) {
      expect(page).toContain(words);
    }
    expect(marketPage({ ...input, usable: true, findings: [] })).toContain("可用：错误 0 条");
  });

  it("a line across the prices marks each error and warning, a tick in the strip each finding", () => {
    const count = (text: string, part: string): number => text.split(part).length - 1;
    const [clean, marked] = [marketPage({ ...input, findings: [] }), marketPage(input)];
    const svg = (page: string): string => /<svg class="plot"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? "";
    expect(count(svg(clean), 'stroke="var(--loss)"')).toBe(0);
    expect(count(svg(marked), 'stroke="var(--loss)"')).toBe(1);
    expect(count(svg(marked), 'stroke="var(--keyword)"')).toBe(1);
    expect(count(svg(marked), "<rect") - count(svg(clean), "<rect")).toBe(3);
  });

  it("a finding of several bars is marked at each of them", () => {
    const times = [100, 200, 300].map((t) => bars.time[t] as number);
    const svg = /<svg class="plot"[\s\S]*?<\/svg>/;
    const marks = (findings: readonly MarketFinding[]): number =>
      (svg.exec(marketPage({ ...input, findings }))?.[0].match(/stroke="var\(--loss\)"/g) ?? []).length;
    expect(marks([{ ...finding("error", 100), count: 3, rows: [100, 200, 300], times }])).toBe(3);
    expect(marks([finding("error", 100)])).toBe(1);
  });

  it("a market that cannot be read, and one of a single bar, have a page too", () => {
    const unread = marketPage({ ...input, bars: null, findings: [], understood: [], repairs: [], power: [] });
    expect(unread).not.toContain("<svg");
    expect(unread).toContain("Nothing was found.");
    expect(marketPage({ ...input, bars: createBars({ close: [5] }), findings: [] })).not.toMatch(/NaN|Infinity/);
  });

  it("of 300 findings it lists 200 and says so; the page of a long market stays under 300 kB", () => {
    const many = Array.from({ length: 300 }, (_, t) => finding("warning", t));
    const page = marketPage({ ...input, bars: randomMarket("long", 50_000), findings: many });
    expect(page).toContain("The first 200 of 300 are listed.");
    expect(page.length).toBeLessThan(300_000);
  });
});

describe("candlesOf", () => {
  it("4 bars in 2 candles: first open, highest high, lowest low, last close, mean of the known volumes", () => {
    const four = createBars({
      close: [10, 12, 11, 15],
      open: [9, 10, 12, 11],
      high: [13, 12, 14, 15],
      low: [8, 10, 11, 7],
      volume: [1, Number.NaN, 2, 4],
    });
    expect(candlesOf(four, 2)).toEqual({
      barsEach: 2,
      time: [0, 2 * 86_400_000],
      open: [9, 12],
      high: [13, 15],
      low: [8, 7],
      close: [12, 15],
      volume: [1, 3],
    });
    expect(candlesOf(four, 4).barsEach).toBe(1);
    expect(candlesOf(four, 3).close).toEqual([12, 15]);
  });
});
