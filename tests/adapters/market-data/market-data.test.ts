import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { makeSynthetic } from "../../../src/adapters/market-data/synthetic-package.ts";
import { writePackage } from "../../../src/adapters/market-data/write-package.ts";
import { createMarketData } from "../../../src/adapters/market-data.ts";
import { csvResource, type DataPackage } from "../../../src/core/market/data-package.ts";
import { marketPresets } from "../../../src/core/market/market-presets.ts";

const root = mkdtempSync(join(tmpdir(), "datasets-"));
const folder = join(root, "market-data");
const committed = join(import.meta.dirname, "../../../market-data");
const marketData = createMarketData({ folder, cacheFolder: null });
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Changes the package of `id` as JSON. */
function edit(id: string, change: (data: Record<string, unknown>) => void): void {
  const file = join(folder, id, "datapackage.json");
  const data = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  change(data);
  writeFileSync(file, JSON.stringify(data));
}

describe("createMarketData", () => {
  it("lists packages by id and leaves other folders and files aside", async () => {
    cpSync(join(committed, "us-sp500-daily"), join(folder, "us-sp500-daily"), { recursive: true });
    cpSync(join(committed, "syn-fx-daily"), join(folder, "syn-fx-daily"), { recursive: true });
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "README.md"), "");
    expect((await marketData.list()).map((info) => info.id)).toEqual(["syn-fx-daily", "us-sp500-daily"]);
  });

  it("loads every instrument of a package, in its order", async () => {
    const first = makeSynthetic("pair", { ...marketPresets["syn-fx-daily"], bars: 120 });
    const second = makeSynthetic("pair", { ...marketPresets["syn-fx-daily"], bars: 150, seed: "two" });
    const resource = (name: string, made: typeof first, bars: number): DataPackage["resources"][number] =>
      csvResource({
        name,
        symbol: name.toUpperCase(),
        sha256: made.data.resources[0]?.hash.slice(7) ?? "",
        bytes: made.csv.length,
        bars,
        daily: true,
      });
    const data = { ...first.data, resources: [resource("one", first, 120), resource("two", second, 150)] };
    writePackage(join(folder, "pair"), data, [first.csv, second.csv]);
    const dataset = await marketData.load("pair");
    expect(dataset.info.instruments.map((instrument) => instrument.symbol)).toEqual(["ONE", "TWO"]);
    expect(dataset.bars.map((bars) => [bars.length, bars.barsPerYear])).toEqual([
      [120, 260],
      [150, 260],
    ]);
  });

  it("a changed CSV is refused, with both sha256", async () => {
    const { data, csv } = makeSynthetic("one", { ...marketPresets["syn-fx-daily"], bars: 120 });
    writePackage(join(folder, "one"), data, [csv.replace("1.2,", "1.3,")]);
    await expect(marketData.load("one")).rejects.toThrow(
      /one\/syn\.csv: the file has sha256 [0-9a-f]{64}, its datapackage\.json states/,
    );
    await expect(marketData.load("one")).rejects.toHaveProperty("name", "UserError");
  });

  it.each([
    ["a missing CSV", (): void => rmSync(join(folder, "one", "syn.csv")), /one\/syn\.csv: no such file/],
    [
      "another number of bars",
      (): void =>
        edit("one", (data) =>
          Object.assign((data["resources"] as { walkforward: object }[])[0]?.walkforward ?? {}, { bars: 119 }),
        ),
      /120 bars, its datapackage\.json states 119/,
    ],
    [
      "another name than the folder's",
      (): void => edit("one", (data) => Object.assign(data, { name: "two" })),
      /field name is "two", wanted the folder's name "one"/,
    ],
    [
      "a missing field",
      (): void => edit("one", (data) => delete data["walkforward"]),
      /one\/datapackage\.json: field walkforward/,
    ],
    [
      "broken JSON",
      (): void => writeFileSync(join(folder, "one", "datapackage.json"), "{"),
      /one\/datapackage\.json: not JSON/,
    ],
  ])("%s is a UserError that names it", async (_, damage, message) => {
    const { data, csv } = makeSynthetic("one", { ...marketPresets["syn-fx-daily"], bars: 120 });
    writePackage(join(folder, "one"), data, [csv]);
    damage();
    await expect(marketData.load("one")).rejects.toThrow(message);
    await expect(marketData.load("one")).rejects.toHaveProperty("name", "UserError");
  });

  it("an unknown id, and a folder that is not there", async () => {
    cpSync(join(committed, "syn-fx-daily"), join(folder, "syn-fx-daily"), { recursive: true });
    await expect(marketData.load("syn-fx-dail")).rejects.toThrow("did you mean syn-fx-daily?");
    await expect(marketData.load("../market-data/syn-fx-daily")).rejects.toThrow(/no dataset/);
    const nowhere = createMarketData({ folder: join(root, "nowhere"), cacheFolder: null });
    await expect(nowhere.list()).rejects.toThrow(/nowhere: no such folder of market data/);
  });
});
