import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { csvResource, type DataPackage } from "../src/core/market/data-package.ts";
import { loadMarket } from "../src/load-market.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-load-"));
const bars = (title: string, spreads: readonly string[]): string =>
  ["time,open,high,low,close", "2024-01-03,1,1,1,1", "2024-01-04,1,1,1,1", ""]
    .map((line, i) => (title === "" || line === "" ? line : `${line},${i === 0 ? title : spreads[i - 1]}`))
    .join("\n");

/** A dataset of two instruments, the second with a column spread. */
function makeDataset(id: string): void {
  const csvs = [bars("", []), bars("spread", ["0.04", ""])];
  const resources = csvs.map((csv, i) => {
    const sha256 = createHash("sha256").update(csv).digest("hex");
    return csvResource({ name: `i${i}`, symbol: `I${i}`, sha256, bytes: csv.length, bars: 2, daily: true });
  });
  const facts = { interval: "1d", timezone: "UTC", barsPerYear: 252, adjustment: "none", tickSize: null, tags: [] };
  const data: DataPackage = {
    name: id,
    title: "Two",
    licenses: [{ name: "Apache-2.0" }],
    sources: [{ title: "made up" }],
    resources,
    walkforward: {
      ...facts,
      class: "fx",
      costs: { feeBps: 1, slippageBps: 0 },
      synthetic: true,
      fitForScoring: false,
    },
  };
  mkdirSync(join(folder, id));
  for (const [i, csv] of csvs.entries()) writeFileSync(join(folder, id, `i${i}.csv`), csv);
  writeFileSync(join(folder, id, "datapackage.json"), JSON.stringify(data));
}

makeDataset("two");
const load = (name: string): ReturnType<typeof loadMarket> => loadMarket(name, { folder, cwd: folder });
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

it("half of the column spread of a dataset's instrument, NaN where a cell is empty; null where there is none", async () => {
  expect((await load("two/I1")).halfSpread).toEqual(Float64Array.of(0.02, Number.NaN));
  expect((await load("two")).halfSpread).toBeNull();
});

it.each(["halfSpread", "HALF_SPREAD", "half-spread"])("the column %s of a file as it is", async (title) => {
  expect((await load(file("half.csv", bars(title, ["0.04", "NaN"])))).halfSpread).toEqual(
    Float64Array.of(0.04, Number.NaN),
  );
});

it.each(["-0.1", "1e400", "0x1", "2 %"])("a spread of %s is refused with its line", async (cell) => {
  await expect(load(file("bad.csv", bars("spread", ["0", cell])))).rejects.toThrow(
    `bad.csv, line 3, column spread: "${cell}"; wanted a number of at least 0 in units of price`,
  );
});
