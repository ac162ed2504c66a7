import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMarketData } from "../../src/adapters/market-data.ts";
import { synthCommand } from "../../src/cli/data/synth-command.ts";
import { twinCommand } from "../../src/cli/data/twin-command.ts";
import type { DataPackage } from "../../src/core/market/data-package.ts";
import { twinKinds } from "../../src/core/market/twins/twin-kind.ts";
import { windowSources } from "../../src/core/paths/window-source.ts";
import { type Caught, runCommand } from "./run-command.ts";

const cwd = mkdtempSync(join(tmpdir(), "data-twin-"));
afterAll(() => rmSync(cwd, { recursive: true }));
const twin = (...args: string[]): Promise<Caught> => runCommand(twinCommand, [...args, "--dir", "made"], { cwd });
const folder = join(cwd, "made");

function packageOf(id: string): DataPackage {
  return JSON.parse(readFileSync(join(folder, id, "datapackage.json"), "utf8")) as DataPackage;
}

beforeAll(async () => {
  for (const [id, ...options] of [
    ["coin", "--class", "crypto", "--interval", "1h", "--bars", "400"],
    ["stocks", "--class", "equity-basket", "--bars", "150"],
  ]) {
    await runCommand(synthCommand, [...options, "--id", id ?? "", "--dir", "made"], { cwd });
  }
});

describe("data twin", () => {
  it.each(twinKinds)("--kind %s writes a sound dataset that names its source, the same bytes again", async (kind) => {
    const { out, thrown } = await twin("coin", "--kind", kind, "--json");
    expect(thrown).toBeUndefined();
    const { twins } = JSON.parse(out) as { twins: { id: string; bars: number }[] };
    expect(twins).toMatchObject([{ id: `coin-${kind}`, bars: 400 }]);
    const data = createMarketData({ folder, cacheFolder: null });
    expect((await data.load(`coin-${kind}`)).bars[0]?.length).toBe(400);
    const source = packageOf("coin").resources[0]?.hash.slice("sha256:".length);
    const { walkforward, resources } = packageOf(`coin-${kind}`);
    expect(walkforward.twin).toMatchObject({
      of: "coin",
      kind,
      seed: kind === "mirror" ? null : "1",
      sha256: [source],
    });
    expect(walkforward).toMatchObject({ class: "crypto", interval: "1h", fitForScoring: false, synthetic: true });
    expect(resources[0]?.hash).not.toBe(packageOf("coin").resources[0]?.hash);
    const csv = readFileSync(join(folder, `coin-${kind}`, "syn.csv"), "utf8");
    expect((await twin("coin", "--kind", kind)).thrown).toBeUndefined();
    expect(readFileSync(join(folder, `coin-${kind}`, "syn.csv"), "utf8")).toBe(csv);
  });

  it("is never drawn for paths of a run", async () => {
    await twin("coin", "--kind", "bootstrap");
    const data = createMarketData({ folder, cacheFolder: null });
    const datasets = await Promise.all((await data.list()).map(({ id }) => data.load(id)));
    const task = { id: "t", classes: ["crypto"], interval: "1h", warmupBars: 20, scoredBars: 50, costs: null };
    const sources = windowSources({ task, datasets, seed: "1" });
    expect(sources.map(({ info }) => info.id)).toEqual(["coin"]);
  });

  it("--n 3 writes three, each of which its seed makes alone", async () => {
    const { out } = await twin("coin", "--kind", "noise", "--n", "3", "--seed", "7", "--id", "several", "--json");
    const { twins } = JSON.parse(out) as { twins: { id: string; instruments: { sha256: string }[] }[] };
    expect(twins.map(({ id }) => id)).toEqual(["several-1", "several-2", "several-3"]);
    const alone = await twin("coin", "--kind", "noise", "--seed", "7-2", "--id", "alone", "--json");
    const [one] = (JSON.parse(alone.out) as { twins: typeof twins }).twins;
    expect(one?.instruments).toEqual(twins[1]?.instruments);
  });

  it("of a basket has its instruments, drawn alike", async () => {
    await twin("stocks", "--kind", "permuted");
    const data = createMarketData({ folder, cacheFolder: null });
    const [source, made] = [await data.load("stocks"), await data.load("stocks-permuted")];
    expect(made.info.instruments.map(({ symbol }) => symbol)).toEqual(
      source.info.instruments.map(({ symbol }) => symbol),
    );
    const placeOf = (i: number, volume: number | undefined): number =>
      source.bars[i]?.volume.indexOf(volume ?? 0) ?? -1;
    for (const t of [1, 50, 149]) {
      const places = made.bars.map((bars, i) => placeOf(i, bars.volume[t]));
      expect(new Set(places).size).toBe(1);
    }
  });

  it("--volatility and --price are kept in the package", async () => {
    await twin("coin", "--kind", "rescaled", "--volatility", "0.5", "--price", "100", "--id", "calm");
    expect(packageOf("calm").walkforward.twin).toMatchObject({ volatilityFactor: 0.5, priceFactor: 100 });
  });

  it("factors that the seed drew are stated, and give the same twin again", async () => {
    await twin("coin", "--kind", "rescaled", "--seed", "drawn", "--id", "drawn");
    const { volatilityFactor, priceFactor } = packageOf("drawn").walkforward.twin ?? {};
    const again = ["--volatility", String(volatilityFactor), "--price", String(priceFactor), "--id", "again"];
    await twin("coin", "--kind", "rescaled", "--seed", "other", ...again);
    expect(packageOf("again").resources[0]?.hash).toBe(packageOf("drawn").resources[0]?.hash);
  });

  it("finds a dataset of the package where --dir has none of that name", async () => {
    expect((await twin("us-sp500-daily", "--kind", "mirror")).out).toMatch(/us-sp500-daily-mirror: 5105 bars, sha256 /);
    expect(packageOf("us-sp500-daily-mirror").walkforward.tags).toEqual(["us", "index", "synthetic", "twin"]);
    expect(packageOf("us-sp500-daily-mirror").licenses).toEqual([expect.objectContaining({ name: "BSD-3-Clause" })]);
  });

  it("never writes over other data, and of several writes none then", async () => {
    await twin("coin", "--kind", "bootstrap", "--id", "kept-2");
    const before = readFileSync(join(folder, "kept-2", "syn.csv"), "utf8");
    const { thrown } = await twin("coin", "--kind", "bootstrap", "--id", "kept", "--n", "2");
    expect(String(thrown)).toMatch(/kept-2 is there already with other data/);
    expect(readFileSync(join(folder, "kept-2", "syn.csv"), "utf8")).toBe(before);
    expect(existsSync(join(folder, "kept-1"))).toBe(false);
  });

  it.each([
    [["con", "--kind", "noise"], /no dataset "con": did you mean coin\?/],
    [["coin", "--kind", "noise", "--n", "0"], /--n "0": wanted a whole number from 1 to 1000/],
    [["coin", "--kind", "mirror", "--n", "2"], /--n 2: a market has one mirror/],
    [["coin", "--kind", "noise", "--volatility", "2"], /--volatility and --price are for --kind rescaled, not noise/],
    [["coin", "--kind", "rescaled", "--price", "-1"], /--price "-1": wanted a number above 0/],
    [["coin", "--kind", "rescaled", "--volatility", ""], /--volatility "": wanted a number above 0/],
    [
      ["coin", "--kind", "rescaled", "--volatility", "1e6", "--id", "wild"],
      /coin\/SYN: its rescaled twin would have \w+ \S+ at bar \d+/,
    ],
    [["coin", "--kind", "noise", "--id", "../x"], /--id "\.\.\/x": wanted lower-case/],
  ])("%j is refused", async (args, message) => {
    expect(String((await twin(...args)).thrown)).toMatch(message);
  });
});
