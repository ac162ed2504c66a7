import { expect, test } from "vitest";
import { lintMarket } from "../../../../src/core/market/lint.ts";
import { presetIds } from "../../../../src/core/market/market-presets.ts";
import { calmRows, rulesFound, soundMarket } from "./spoil.ts";

test("a calm daily market of 600 bars has no finding at all", () => {
  expect(rulesFound(calmRows(600))).toEqual([]);
});

test.each(presetIds)("%s, 5,000 bars of it, has no error and no warning", (id) => {
  const { raw, facts } = soundMarket(id, 5000);
  expect(lintMarket(raw, facts).filter(({ level }) => level !== "note")).toEqual([]);
});
