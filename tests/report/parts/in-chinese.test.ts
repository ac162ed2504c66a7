import { describe, expect, it } from "vitest";
import { generateMarket } from "../../../src/core/market/generate-market.ts";
import { rulesOfLint } from "../../../src/core/market/lint.ts";
import { marketPresets } from "../../../src/core/market/market-presets.ts";
import { marketPower } from "../../../src/core/market/power/market-power.ts";
import { powerLines } from "../../../src/core/market/power/power-lines.ts";
import { repairMarket, repairsOnRequest, safeRepairs } from "../../../src/core/market/repair.ts";
import { inChinese } from "../../../src/report/market/in-chinese.ts";
import { calmRows, type Row, rawOfRows, rescale, shareFacts } from "../../core/market/lint/spoil.ts";

const chinese = /[\u4e00-\u9fff]/;

/** A market with much that is wrong at once. */
function wreck(): Row[] {
  const rows = calmRows(900);
  const at = (t: number): Row => rows[t] as Row;
  rescale(rows, 0, 500, 2);
  at(20).close = 0;
  at(30).open = Number.NaN;
  at(40).time = Number.NaN;
  at(50).high = at(50).low / 2;
  at(60).high *= 30;
  at(70).volume = -4;
  for (let t = 100; t < 110; t++) Object.assign(at(t), { ...at(99), time: at(t).time });
  for (let t = 300; t < 340; t++) at(t).volume = 0;
  at(350).volume = Number.NaN;
  rows.splice(620, 40);
  rows.splice(400, 0, { ...at(400) }, { ...at(400), close: at(400).close * 1.001, high: at(400).high * 1.01 });
  const [moved] = rows.splice(700, 1);
  if (moved !== undefined) rows.push(moved);
  return rows;
}

describe("inChinese", () => {
  it("has the advice of every rule", () => {
    for (const { id, advice } of rulesOfLint) expect(inChinese(advice), id).toMatch(chinese);
  });

  it("has what the lint finds and repair does in a wrecked market", () => {
    const { repairs, remaining } = repairMarket(rawOfRows(wreck()), shareFacts({ timezone: "UTC" }), { rules: [] });
    const mended = repairMarket(rawOfRows(wreck()), shareFacts({ timezone: "UTC" }), {
      rules: [...safeRepairs, ...repairsOnRequest],
    });
    const said = [...remaining.map(({ found }) => found), ...[...repairs, ...mended.repairs].map(({ done }) => done)];
    expect(new Set(remaining.map(({ rule }) => rule)).size).toBeGreaterThan(12);
    expect(said.filter((each) => !chinese.test(inChinese(each) ?? ""))).toEqual([]);
  });

  it("has the power of a market, line by line", () => {
    const power = marketPower(generateMarket({ ...marketPresets["syn-equity-daily"], bars: 600 }));
    const lines = powerLines(power, { pairs: [], significant: 0 });
    expect(lines.map((line) => inChinese(line.trim()))).toEqual(lines.map(() => expect.stringMatching(chinese)));
  });

  it.each([
    ["1 bar copied, first 2020-01-02 from 2020-01-01", "1 根 K 线系复制而来，首处 2020-01-02，复制自 2020-01-01"],
    ["most bars are 1 hour apart, 1d is stated", "多数 K 线间隔 1 小时，而声明的周期为 1d"],
    ["so that it loads: 1 row without a time dropped", "为使其可加载：删除 1 行没有时间的记录"],
    [
      "a difference of 1.0 takes 16 years (7.9 years at 0.5), one of 0.5 63 years (200 days at 0.5)",
      "分辨 1.0 的差距需要 16 年（相关 0.5 时 7.9 年），0.5 的差距需要 63 年（相关 0.5 时 200 天）",
    ],
    [
      "no clock is stated, UTC was taken; days run from 09:30 to 16:00, the hours of New York (and of Toronto)",
      "未注明时区，按 UTC 处理；每日从 09:30 到 16:00，与 New York 的交易时段相符（Toronto 亦然）",
    ],
    ["a sentence that nobody says", null],
  ])("%s", (en, zh) => {
    expect(inChinese(en)).toBe(zh);
  });
});
