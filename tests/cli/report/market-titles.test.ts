import { expect, it } from "vitest";
import { marketTitles } from "../../../src/cli/report/market-titles.ts";

it("a file is called by its name without folders, a dataset as it is named", () => {
  expect(marketTitles(["../data/a.csv", "syn-equity-basket-daily/AAA", "b.csv"])).toEqual([
    "a.csv",
    "syn-equity-basket-daily/AAA",
    "b.csv",
  ]);
});

it("two files of one name keep their folders", () => {
  expect(marketTitles(["x/a.csv", "y/a.csv"])).toEqual(["x/a.csv", "y/a.csv"]);
});
