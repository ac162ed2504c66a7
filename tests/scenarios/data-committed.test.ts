import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeSp500 } from "../../market-data/make-us-sp500-daily.ts";
import { makeSynthetic, makeSyntheticBasket } from "../../src/adapters/market-data/synthetic-package.ts";
import { basketIds, basketPresets } from "../../src/core/market/basket-presets.ts";
import { marketPresets, presetIds } from "../../src/core/market/market-presets.ts";

const folder = join(import.meta.dirname, "../../market-data");
const committed = (id: string, file: string): string => readFileSync(join(folder, id, file), "utf8");

describe("the committed datasets come out of their scripts byte for byte", () => {
  it.each(presetIds)("%s", (id) => {
    const { data, csv } = makeSynthetic(id, marketPresets[id]);
    expect(committed(id, "syn.csv") === csv).toBe(true);
    expect(committed(id, "datapackage.json")).toBe(`${JSON.stringify(data, null, 2)}\n`);
  });

  it.each(basketIds)("%s, instrument by instrument", (id) => {
    const { data, csvs } = makeSyntheticBasket(id, basketPresets[id]);
    expect(data.resources.map(({ path }, i) => committed(id, path) === csvs[i])).toEqual(Array(8).fill(true));
    expect(committed(id, "datapackage.json")).toBe(`${JSON.stringify(data, null, 2)}\n`);
  });

  it("us-sp500-daily: 5,105 bars", async () => {
    const { data, csv } = await makeSp500();
    expect(committed("us-sp500-daily", "sp500.csv") === csv).toBe(true);
    expect(committed("us-sp500-daily", "datapackage.json")).toBe(`${JSON.stringify(data, null, 2)}\n`);
    expect(data.resources[0]?.walkforward.bars).toBe(5105);
  });
});
