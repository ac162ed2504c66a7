import { describe, expect, it } from "vitest";
import { scanLiterals } from "../../../src/core/code/literals.ts";

const shown = (code: string): readonly string[] => scanLiterals(code).map(({ kind, text }) => `${kind} ${text}`);

describe("what is listed", () => {
  it.each([
    [`const d = "2020-03-16";`, [`date "2020-03-16"`]],
    ["const d = new Date('2020/3/16');", ["date '2020/3/16'"]],
    ["const d = `16 Mar 2020`;", ["date `16 Mar 2020`"]],
    ["const d = Date.UTC(2008, 8, 15);", ["year 2008"]],
    [`if (year === "2020") sell();`, [`year "2020"`]],
    ["if (bars.time[t] > 1584316800000) return;", ["timestamp 1584316800000"]],
    ["const crash = 1_584_316_800;", ["timestamp 1_584_316_800"]],
    ["if (close[t] < 4200) buy();", ["price-level 4200"]],
    ["if (bars.close[t - 1] >= 68.5) sell();", ["price-level 68.5"]],
    ["if (3400 <= price) sell();", ["price-level 3400"]],
    ["const supportLevel = 2191.86;", ["price-level 2191.86"]],
  ])("%s", (code, wanted) => expect(shown(code)).toEqual(wanted));
});

describe("what is not", () => {
  it.each([
    "const n = 200; const k = 2.5;",
    "// crash of 2020-03-16, close < 4200",
    "/* 2008 */ const a = 1;",
    "const day = 86_400_000;",
    "const rsiLow = rsi[t] < 30;",
    "if (close.length < 250) return;",
    "const scale = 1e9; const round = 1000000000;",
    "const x2020 = a.b2008;",
    "const mask = 0xffffffff;",
  ])("%s", (code) => expect(shown(code)).toEqual([]));
});

it("lines count from 1, over comments and strings of several lines", () => {
  const code = "/* a\nb */\nconst s = `x\ny`;\nconst y = 2008;\nconst z = 2009;";
  expect(scanLiterals(code).map(({ line }) => line)).toEqual([5, 6]);
});

it("at most 50 are listed", () => {
  expect(scanLiterals("f(2008);\n".repeat(500))).toHaveLength(50);
});

it.each([
  "`".repeat(5_000_000),
  "/*".repeat(2_000_000),
  "1".repeat(5_000_000),
  "close < ".repeat(600_000),
  '"'.repeat(5_000_000),
])("a hostile text of 5 MB is read at once (%#)", (code) => expect(scanLiterals(code).length).toBeLessThanOrEqual(50));
