import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exploreData } from "../../../src/report/charts/explore-data.ts";
import { pack, unpack } from "../../../src/report/charts/pack-column.ts";

describe("pack", () => {
  it("gives a column back to half a millionth of its largest number", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => (Math.abs(x) < 1e-290 ? 0 : x));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (column) => {
        const most = Math.max(0, ...column.map(Math.abs));
        const back = unpack(pack(column));
        expect(back).toHaveLength(column.length);
        column.forEach((value, i) => {
          expect(Math.abs((back[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(most * 5.1e-7);
        });
      }),
    );
  });

  it("keeps numbers that do not exist where they are", () => {
    const column = [Number.NaN, 1, 1, Number.NaN, 0.5, Number.NaN];
    expect(Array.from(unpack(pack(column)), (value) => Number(value.toFixed(6)))).toEqual(column);
    expect(unpack(pack([Number.NaN]))).toEqual(Float64Array.of(Number.NaN));
    expect(unpack(pack([]))).toHaveLength(0);
  });

  it("writes times to the second without loss", () => {
    const times = [Date.UTC(2004, 0, 1), Date.UTC(2004, 0, 1, 0, 0, 1), Date.UTC(2030, 5, 1)];
    expect([...unpack(pack(times, 1000))]).toEqual(times);
  });

  it("needs three characters a number of a market", () => {
    let price = 100;
    const prices = Array.from({ length: 1000 }, (_, i) => (price *= 1 + 0.01 * Math.sin(i * 12.9898)));
    expect(pack(prices).text.length).toBeLessThan(3200);
    expect(pack(prices.map(() => 1)).text.length).toBeLessThan(1010);
  });

  it("refuses what no packed column holds", () => {
    expect(() => unpack({ step: 1, text: "A!" })).toThrow("no digit at 1");
  });
});

describe("exploreData", () => {
  const column = Float64Array.from({ length: 1000 }, (_, i) => 100 + Math.sin(i) + i / 50);
  const input = {
    name: "</script><b>p1",
    firstBar: 249,
    time: column.map((_, i) => i * 86_400_000),
    open: column,
    high: column.map((x) => x + 1),
    low: column.map((x) => x - 1),
    close: column,
    equity: column.map((x) => x / 100),
    position: column.map((_, i) => (i % 30 < 15 ? 1 : 0)),
    fills: [{ bar: 3, price: 101.23456789, kind: "buy" as const }],
  };

  it("holds a thousand bars in under 25 KB", () => {
    expect(exploreData(input).text.length).toBeLessThan(25_000);
  });

  it("a hostile name ends no script", () => {
    const { text } = exploreData(input);
    expect(text.match(/<\/?\w+/g)).toEqual(["<script", "</script"]);
    const [, json = ""] = text.match(/^<script[^>]*>(.*)<\/script>$/) ?? [];
    expect(JSON.parse(json).name).toBe(input.name);
  });
});
