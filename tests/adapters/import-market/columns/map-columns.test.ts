import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalised, rolesNamed } from "../../../../src/adapters/import-market/columns/header-words.ts";
import { importText } from "../import-text.ts";

/** Bars that wander: the open is near the last close. */
function wander(count: number): readonly (readonly number[])[] {
  let price = 100;
  return Array.from({ length: count }, (_, t) => {
    const open = price;
    price += Math.sin(t * 1.7) * 2 + Math.cos(t * 0.3);
    const [top, bottom] = [Math.max(open, price) + 0.5, Math.min(open, price) - 0.5];
    return [open, top, bottom, price, 1000 + t];
  });
}

/** Rows without header, their numbers in the given order. */
const headless = (order: readonly number[], newestFirst = false): string => {
  const rows = wander(60).map((bar, t) =>
    [1_577_836_800 + t * 60, ...order.map((i) => (bar[i] as number).toFixed(3))].join(),
  );
  return (newestFirst ? rows.toReversed() : rows).join("\n");
};

describe("columns without header", () => {
  it.each([
    ["open, high, low, close", [0, 1, 2, 3, 4]],
    ["open, close, high, low", [0, 3, 1, 2, 4]],
    ["low, high, open, close", [2, 1, 0, 3, 4]],
    ["close, open, high, low", [3, 0, 1, 2, 4]],
  ])("%s are told by their values, forwards and backwards", async (_, order) => {
    const wanted = ["open", "high", "low", "close", "volume"];
    for (const newestFirst of [false, true]) {
      const { understood } = await importText(headless(order, newestFirst), { vendor: "plain" });
      expect(understood.columns.slice(1).map(({ role }) => role)).toEqual(order.map((i) => wanted[i]));
      expect(understood.columnsKnown).toBe("observed");
    }
  });

  it("three columns of numbers are not bars", async () => {
    await expect(importText("2020-01-02,1,2,3\n2020-01-03,1,2,3\n")).rejects.toThrow(
      "3 columns of numbers, and no four of them are open",
    );
  });

  it("four columns of which none is the highest throughout are not bars", async () => {
    await expect(
      importText("2020-01-02,1,2,3,4\n2020-01-03,4,1,2,3\n2020-01-06,3,4,1,2\n2020-01-07,2,3,4,1\n"),
    ).rejects.toThrow("no four of them are");
  });
});

describe("names of columns", () => {
  it.each([
    ["<CLOSE>", "close"],
    [" Close/Last ", "close last"],
    ["Adj. Close", "adj close"],
    ["Adj Close**", "adj close"],
    ["Open (USD)", "open"],
    ["終値(円)", "終値"],
    ["Máximo", "maximo"],
    ["Zamknięcie", "zamkniecie"],
    ["\u201eDatum\u201c", "datum"],
  ])("%s reads %s", (cell, word) => {
    expect(normalised(cell)).toBe(word);
  });

  it("a row of numbers names nothing, whatever the numbers", () => {
    fc.assert(fc.property(fc.array(fc.double()), (numbers) => rolesNamed(numbers.map(String)) === 0));
  });

  it("a column of open interest, a previous close or a change is no price", async () => {
    const text =
      "Date,Prev. Close,Open Interest,Open,High,Low,Close,Change,52 Week High\n2020-01-31,9,8,1,2,0.5,1.5,7,6\n";
    const { bars } = await importText(text);
    expect([bars.open[0], bars.high[0], bars.low[0], bars.close[0]]).toEqual([1, 2, 0.5, 1.5]);
  });

  it("the whole map is handed back, ignored columns too", async () => {
    const { understood } = await importText(
      "Date,Open,High,Low,Close,Adj Close,Remark\n2020-01-31,1,2,0.5,1.5,1.4,x\n",
    );
    expect(understood.columns.map(({ source, role }) => `${source}=${role}`)).toEqual([
      "Date=time",
      "Open=open",
      "High=high",
      "Low=low",
      "Close=close",
      "Adj Close=null",
      "Remark=null",
    ]);
    expect(understood.notes).toContain(
      "the file has adjusted closes too: --adjusted takes prices adjusted for dividends",
    );
  });
});
