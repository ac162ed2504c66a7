import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readCache, writeCache } from "../../../src/adapters/market-data/bar-cache.ts";
import { loadMarket } from "../../../src/adapters/market-data.ts";
import type { Bars } from "../../../src/core/bars.ts";
import { formatCsv } from "../../../src/core/market/format-csv.ts";
import { randomMarket } from "../../core/paths/random-market.ts";

const cwd = mkdtempSync(join(tmpdir(), "cache-"));
const cacheFolder = join(cwd, "deep", "cache");
const sha256 = "0123456789abcdef".repeat(4);
const market: Bars = { ...randomMarket("cache", 300), barsPerYear: Number.NaN };
market.volume[5] = Number.NaN;
beforeEach(() => rmSync(cacheFolder, { recursive: true, force: true }));
afterAll(() => rmSync(cwd, { recursive: true }));

describe("bar cache", () => {
  it("gives back what was stored, NaN among it, and nothing under another sha256", async () => {
    await writeCache(cacheFolder, sha256, market);
    expect(await readCache(cacheFolder, sha256)).toEqual(market);
    expect(await readCache(cacheFolder, sha256.replace("0", "1"))).toBeNull();
    expect(readdirSync(cacheFolder)).toEqual([`${sha256}.bars`]);
  });

  it("columns do not share memory", async () => {
    await writeCache(cacheFolder, sha256, market);
    const cached = await readCache(cacheFolder, sha256);
    cached?.open.fill(0);
    expect(cached?.high).toEqual(market.high);
  });

  it.each([
    ["one bit of the body", (file: Buffer) => file.writeUInt8(file.readUInt8(5000) ^ 1, 5000)],
    ["one bit of the checksum", (file: Buffer) => file.writeUInt8(file.readUInt8(12) ^ 1, 12)],
    ["another format version", (file: Buffer) => file.writeUInt32LE(999, 4)],
    ["another magic", (file: Buffer) => file.writeUInt32LE(0, 0)],
    ["another number of bars", (file: Buffer) => file.writeUInt32LE(299, 8)],
    ["another sha256 inside", (file: Buffer) => file.writeUInt8(file.readUInt8(20) ^ 1, 20)],
  ])("%s makes the file unread", async (_, damage) => {
    await writeCache(cacheFolder, sha256, market);
    const file = join(cacheFolder, `${sha256}.bars`);
    const bytes = readFileSync(file);
    damage(bytes);
    writeFileSync(file, bytes);
    expect(await readCache(cacheFolder, sha256)).toBeNull();
  });

  it("a file cut at any of these lengths is unread", async () => {
    await writeCache(cacheFolder, sha256, market);
    const file = join(cacheFolder, `${sha256}.bars`);
    const bytes = readFileSync(file);
    for (const length of [0, 3, 47, 48, 1000, bytes.length - 8, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      expect(await readCache(cacheFolder, sha256)).toBeNull();
    }
  });

  it("a folder that cannot be made is no error", async () => {
    writeFileSync(join(cwd, "a-file"), "");
    await writeCache(join(cwd, "a-file", "cache"), sha256, market);
    expect(await readCache(join(cwd, "a-file", "cache"), sha256)).toBeNull();
  });

  it("a name that is taken by a folder is no error, and no half-written file is left", async () => {
    mkdirSync(join(cacheFolder, `${sha256}.bars`, "x"), { recursive: true });
    await writeCache(cacheFolder, sha256, market);
    expect(await readCache(cacheFolder, sha256)).toBeNull();
    expect(readdirSync(cacheFolder)).toEqual([`${sha256}.bars`]);
  });
});

describe("loading through the cache", () => {
  const load = (): Promise<Bars> =>
    loadMarket("my.csv", { folder: cwd, cacheFolder, cwd }).then((loaded) => loaded.bars);

  it("the second load equals the first, and comes from the cache", async () => {
    writeFileSync(join(cwd, "my.csv"), formatCsv(market));
    const first = await load();
    const [name = ""] = readdirSync(cacheFolder);
    // What the cache says is believed: bars of another close, stored under this file's sha256, come back.
    const other = { ...first, close: first.close.map((close) => close * 2), high: first.high.map((high) => high * 2) };
    expect(await load()).toEqual(first);
    await writeCache(cacheFolder, name.slice(0, 64), other);
    expect((await load()).close).toEqual(other.close);
  });

  it("a damaged cache is rebuilt, a changed file is not served from the old one", async () => {
    writeFileSync(join(cwd, "my.csv"), formatCsv(market));
    const first = await load();
    const file = join(cacheFolder, readdirSync(cacheFolder)[0] ?? "");
    const sound = readFileSync(file);
    writeFileSync(file, sound.subarray(0, 100));
    expect(await load()).toEqual(first);
    expect(readFileSync(file)).toEqual(sound);
    writeFileSync(join(cwd, "my.csv"), formatCsv(randomMarket("changed", 30)));
    expect((await load()).length).toBe(30);
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });
});
