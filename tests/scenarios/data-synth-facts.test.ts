import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { synthCommand } from "../../src/cli/data/synth-command.ts";
import type { FactTable } from "../../src/cli/data/synth-facts.ts";
import { formatCsv } from "../../src/core/market/format-csv.ts";
import { generateMarket } from "../../src/core/market/generate-market.ts";
import { marketPresets } from "../../src/core/market/market-presets.ts";
import { sharedData, withoutSharedData } from "../adapters/market-data/shared-data.ts";
import { type Caught, runCommand } from "./run-command.ts";

const cwd = mkdtempSync(join(tmpdir(), "data-synth-"));
afterAll(() => rmSync(cwd, { recursive: true }));
const synth = (...args: string[]): Promise<Caught> => runCommand(synthCommand, args, { cwd });

async function facts(...args: string[]): Promise<FactTable> {
  const { out, thrown } = await synth("--facts", "--json", ...args);
  expect(thrown).toBeUndefined();
  return JSON.parse(out) as FactTable;
}

describe.skipIf(withoutSharedData)("data synth --facts beside the real markets", () => {
  const against = ["--against", join(sharedData, "markets")];

  it.each([
    ["equity-index", "1d", ["idx-kospi-daily", "idx-spx-daily", "us-spy-daily"]],
    ["equity", "1d", ["us-msft-daily"]],
    ["fx", "1d", ["fx-eurusd-daily"]],
    ["crypto", "1d", ["crypto-btcusdt-daily"]],
    ["crypto", "1h", ["crypto-btcusd-hourly"]],
    ["commodity", "1d", ["metal-xauusd-daily"]],
  ])("%s, %s: all facts are within, and the real sets are %j", async (marketClass, interval, names) => {
    const table = await facts("--class", marketClass, "--interval", interval, ...against);
    expect(table.rows.map((row) => row.verdict)).toEqual(Array(10).fill("within"));
    const files = table.real.map(({ name }) => name);
    for (const name of names)
      expect(
        files.some((file) => file.startsWith(name)),
        name,
      ).toBe(true);
    const others = ["crypto", "fx", "metal", "idx"].filter((word) => !names.some((name) => name.startsWith(word)));
    for (const word of others) expect(files.filter((file) => file.startsWith(word))).toEqual([]);
    for (const row of table.rows) expect(row.real).toHaveLength(files.length);
  });

  it("prints a table, what its columns are, and a verdict; nothing is written", async () => {
    const { out, err } = await synth("--facts", "--class", "crypto", ...against);
    expect(err).toBe("");
    expect(out).toMatch(/^syn-crypto-daily: crypto, 1d, 5000 bars\. Nothing was written\./);
    expect(out).toMatch(/excess kurtosis +│ 11\.0 +│ 4\.00 … 40\.0 +│ within +│ 17\.0/);
    expect(out).toContain("real 1: crypto-btcusdt-daily-2017-2021.csv, 1246 bars");
    expect(out).toMatch(/10 of 10 facts lie within what is usual in class crypto\.\n$/);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe("data synth --facts", () => {
  it("finds the real datasets of the package by class and interval", async () => {
    const { real } = await facts("--class", "equity-index", "--bars", "500");
    expect(real).toEqual([{ name: "us-sp500-daily", bars: 5105 }]);
  });

  it("of a basket shows the median of its instruments, beside single stocks", async () => {
    const table = await facts("--class", "equity-basket");
    expect(table.instruments).toBe(8);
    expect(table.rows.map((row) => row.verdict)).toEqual(Array(10).fill("within"));
  });

  it("of another seed may lie outside, and says which fact", async () => {
    const { out } = await synth("--facts", "--class", "rates", "--bars", "150", "--seed", "x");
    expect(out).toMatch(/\d of 10 facts lie within what is usual in class rates; not .+\.\n$/);
    expect(out).toContain("no real set of this class is at hand: --against FILE or FOLDER names some");
  });

  it("takes a named file whatever its name says, and leaves a folder's odd files aside with the reason", async () => {
    const folder = join(cwd, "mixed");
    mkdirSync(folder);
    const coin = formatCsv(generateMarket({ ...marketPresets["syn-crypto-daily"], bars: 400 }));
    writeFileSync(join(folder, "coin.csv"), coin);
    writeFileSync(join(folder, "fx-coin.csv"), coin);
    writeFileSync(join(folder, "odd.csv"), "a,b\n1,2\n");
    writeFileSync(join(folder, "notes.txt"), "no market");
    const { out, err } = await synth("--facts", "--class", "crypto", "--json", "--against", folder);
    const table = JSON.parse(out) as FactTable;
    expect(table.real.map(({ name }) => name)).toEqual(["coin.csv"]);
    expect(table.skipped).toHaveLength(1);
    expect(err).toMatch(/^left aside: .*odd\.csv/);
    expect((await facts("--class", "crypto", "--against", join(folder, "fx-coin.csv"))).real).toHaveLength(1);
    expect((await facts("--class", "equity", "--against", folder)).real).toEqual([]);
    const named = await synth("--facts", "--class", "crypto", "--against", join(folder, "odd.csv"));
    expect(String(named.thrown)).toMatch(/odd\.csv, line 1: no column/);
  });

  it.each([
    [["--facts"], /no --class: give --class/],
    [["--facts", "--class", "fx", "--against", "nowhere"], /--against nowhere: no such file or folder/],
    [["--class", "fx", "--against", "."], /--against names real markets to print beside: give --facts too/],
  ])("%j is refused", async (args, message) => {
    expect(String((await synth(...args)).thrown)).toMatch(message);
  });
});

describe("data synth of a basket", () => {
  it("writes one CSV an instrument, the same bytes again, and never over others", async () => {
    const args = ["--class", "equity-basket", "--bars", "200", "--id", "stocks", "--dir", "made"];
    const { out } = await synth(...args, "--json");
    const written = JSON.parse(out) as { bars: number; instruments: { symbol: string }[] };
    expect(written.bars).toBe(200);
    expect(written.instruments).toHaveLength(8);
    const folder = join(cwd, "made", "stocks");
    const csv = readFileSync(join(folder, "ccc.csv"), "utf8");
    expect((await synth(...args)).out).toMatch(/stocks: 8 instruments of 200 bars, sha256 [0-9a-f]{64}, /);
    expect(readFileSync(join(folder, "ccc.csv"), "utf8")).toBe(csv);
    expect(String((await synth(...args, "--seed", "2")).thrown)).toMatch(/stocks is there already with other data/);
    expect(existsSync(join(folder, "datapackage.json"))).toBe(true);
  });
});
