import { describe, expect, it } from "vitest";
import type { TradeRow } from "../../../src/core/metrics/trade-list.ts";
import { drawdownsTable } from "../../../src/report/parts/drawdowns-table.ts";
import { key } from "../../../src/report/parts/key.ts";
import { returnsHeat } from "../../../src/report/parts/returns-heat.ts";
import { shade } from "../../../src/report/parts/shade.ts";
import { endOf, tradesTable } from "../../../src/report/parts/trades-table.ts";

const trade = (some: Partial<TradeRow> = {}): TradeRow => ({
  side: "long",
  entryBar: 3,
  exitBar: 8,
  open: false,
  profit: 1,
  entryTime: 0,
  exitTime: 1,
  bars: 5,
  entryPrice: 100,
  exitPrice: 110,
  return: 0.1,
  equityReturn: 0.05,
  mae: 0.02,
  mfe: 0.12,
  ...some,
});

describe("tradesTable", () => {
  it("bars are counted as the reader counts them", () => {
    const { text } = tradesTable({ label: "", trades: [trade()], firstBar: 249, file: null });
    expect(text).toContain("<td>252</td><td>257</td><td>5</td>");
    expect(text).toContain('<td data-v="0.05">+5.00\u00a0%</td>');
  });

  it("of 100 trades the 30 that moved equity most, in their order, and where the rest is", () => {
    const trades = Array.from({ length: 100 }, (_, i) => trade({ equityReturn: i % 3 === 0 ? -i / 1000 : i / 1000 }));
    const { text } = tradesTable({ label: "", trades, firstBar: 0, file: "en-0.trades.csv" });
    const numbers = Array.from(text.matchAll(/<tr><td>(\d+)<\/td>/g), ([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => 71 + i));
    expect(text).toContain("The 30 of 100 that moved equity most.");
    expect(text).toContain('<a href="en-0.trades.csv">');
  });

  it("no trade is said in words", () => {
    expect(tradesTable({ label: "", trades: [], firstBar: 0, file: null }).text).toContain("No trades.");
  });

  it.each([
    [trade(), "byTarget"],
    [trade({ open: true }), "stillOpen"],
    [trade({ equityReturn: -1 }), "ruin"],
    [trade({ stop: { bar: 8, kind: "trailing-stop", side: "long", price: 1, atOpen: false } }), "trailingStop"],
  ])("how a trade ended (%#): %s", (row, end) => expect(endOf(row)).toBe(end));
});

describe("drawdownsTable", () => {
  it("what is not made good has no bar of recovery", () => {
    const fall = { depth: 0.25, peakBar: 1, troughBar: 2, recoveryBar: null, start: 0, trough: 0, end: null, bars: 4 };
    const { text } = drawdownsTable("", [fall], 100);
    expect(text).toContain('<td data-v="0.25">25.0\u00a0%</td><td>101</td><td>102</td><td>–</td><td>4</td>');
  });
});

describe("returnsHeat", () => {
  const days = Array.from({ length: 200 }, (_, i) => Date.UTC(2003, 10, 15 + i));

  it("years are numbered, months stand where they fall, the strongest is the darkest", () => {
    const equity = days.map((_, i) => 1.001 ** i);
    const { text } = returnsHeat("returns", days, equity) ?? { text: "" };
    expect(text.match(/<th scope="row" class="l">\d<\/th>/g)).toHaveLength(2);
    expect(text).not.toContain("2003");
    expect(text).toContain('class="up" style="--m:60%"');
  });

  it("fewer than three months have no table", () => {
    expect(
      returnsHeat(
        "",
        days.slice(0, 40),
        days.slice(0, 40).map(() => 1),
      ),
    ).toBeNull();
  });
});

describe("shade", () => {
  it("half of the strongest loss is half as strong; nothing has none", () => {
    expect(shade(-0.5, 1)?.text).toBe(' class="down" style="--m:30%"');
    expect(shade(0, 1)).toBeNull();
    expect(shade(null, 1)).toBeNull();
    expect(shade(1, 0)).toBeNull();
  });
});

describe("key", () => {
  it("words are escaped", () => {
    expect(key([{ color: "red", words: "<b>" }]).text).toContain("&lt;b&gt;");
  });
});
