import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { joinBars } from "../../../src/adapters/fetch-market/join-bars.ts";
import type { BarLine } from "../../../src/adapters/fetch-market/preset.ts";

const folder = mkdtempSync(join(tmpdir(), "join-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "joined.csv");

const all = { from: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
const bars = (...times: readonly number[]): BarLine[] => times.map((time) => ({ time, line: `${time},x` }));
const source = (name: string, of: readonly BarLine[], header: string | null = null) => ({
  name,
  read: () => ({ header, bars: of, leftOut: {} }),
});
const lines = (): string[] => readFileSync(file, "utf8").split("\n").slice(0, -1);

describe("joinBars", () => {
  it("writes the header once, then the bars of all files in order", () => {
    const joined = joinBars([source("a", bars(1, 2), "t,c"), source("b", bars(3, 4), "t,c")], file, all);
    expect(lines()).toEqual(["t,c", "1,x", "2,x", "3,x", "4,x"]);
    expect(joined).toEqual({ bars: 4, repeated: 0, conflicts: [], outside: 0, leftOut: {} });
  });

  it("bars that two files state alike are written once", () => {
    const joined = joinBars([source("a", bars(1, 2, 3)), source("b", bars(2, 3, 4))], file, all);
    expect(lines()).toEqual(["1,x", "2,x", "3,x", "4,x"]);
    expect(joined).toMatchObject({ bars: 4, repeated: 2, conflicts: [] });
  });

  it("of bars stated differently the earlier file's is kept, and both are told", () => {
    const later = [{ time: 2, line: "2,y" }, ...bars(3)];
    const joined = joinBars([source("a", bars(1, 2)), source("b", later)], file, all);
    expect(lines()).toEqual(["1,x", "2,x", "3,x"]);
    expect(joined.conflicts).toEqual([{ time: 2, kept: "2,x", dropped: "2,y" }]);
  });

  it("a later file fills a hole of the one before it", () => {
    joinBars([source("a", bars(1, 2, 5)), source("b", bars(2, 3, 4, 6))], file, all);
    expect(lines()).toEqual(["1,x", "2,x", "3,x", "4,x", "5,x", "6,x"]);
  });

  it("bars outside the span are left out and counted: first day inclusive, end exclusive", () => {
    const joined = joinBars([source("a", bars(1, 2, 3, 4, 5))], file, { from: 2, end: 4 });
    expect(lines()).toEqual(["2,x", "3,x"]);
    expect(joined).toMatchObject({ bars: 2, outside: 3 });
  });

  it("a file from before its predecessor is refused, and nothing is left behind", () => {
    rmSync(file, { force: true });
    const sources = [source("a", bars(10)), source("b", bars(20)), source("c", bars(5))];
    expect(() => joinBars(sources, file, all)).toThrow("c: holds bars from before the file that precedes it");
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("any history cut into overlapping files comes back as it was, newest-first files too", () => {
    const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cuts, (parts) => {
        let end = 0;
        const sources = parts.map(([length, overlap, newestFirst], i) => {
          const start = i === 0 ? 0 : Math.max(0, end - Math.min(overlap, parts[i - 1]?.[0] ?? 0));
          end = Math.max(end, start + length);
          const times = Array.from({ length: end - start }, (_, k) => start + k);
          return source(`part ${i}`, bars(...(newestFirst ? times.reverse() : times)));
        });
        const joined = joinBars(sources, file, all);
        expect(lines()).toEqual(Array.from({ length: end }, (_, time) => `${time},x`));
        expect(joined).toMatchObject({ bars: end, conflicts: [] });
      }),
    );
  });
});
