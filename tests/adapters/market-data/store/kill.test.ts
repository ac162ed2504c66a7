import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { addDataset } from "../../../../src/adapters/market-data/add-dataset.ts";
import { listPackages, readPackage } from "../../../../src/adapters/market-data/read-package.ts";
import { replaceDataset } from "../../../../src/adapters/market-data/replace-dataset.ts";
import { createMarketData } from "../../../../src/adapters/market-data.ts";
import { datasetOf } from "./datasets.ts";
import { dieAtCall, mendDisk } from "./failing-disk.ts";

const root = mkdtempSync(join(tmpdir(), "kill-"));
afterAll(() => rmSync(root, { recursive: true }));
const freshFolder = (): string => mkdtempSync(join(root, "data-"));

/** The title of the dataset that is there, whole: every bar loads and every original is what its sha256 says; null without one. */
async function wholeDataset(folder: string): Promise<string | null> {
  if (!(await listPackages(folder)).includes("mine")) return null;
  const data = await readPackage(folder, "mine");
  const loaded = await createMarketData({ folder, cacheFolder: null }).load("mine");
  expect(loaded.bars).toHaveLength(data.resources.length);
  for (const { walkforward } of data.resources) {
    const copy = gunzipSync(readFileSync(join(folder, "mine", walkforward.original?.path ?? "")));
    expect(createHash("sha256").update(copy).digest("hex")).toBe(walkforward.original?.sha256);
  }
  return data.title;
}

afterEach(mendDisk);

/** Does the work until it dies at its nth call; false where it came to its end before. */
function killedAt(nth: number, work: () => void): boolean {
  const hasDied = dieAtCall(nth);
  try {
    work();
    return hasDied();
  } catch (error) {
    if (hasDied()) return true;
    throw error;
  } finally {
    mendDisk();
  }
}

describe("a kill at any call that changes the disk", () => {
  it("leaves no dataset or the whole one where one is added; the next adding succeeds", async () => {
    const seen = new Set<string | null>();
    let nth = 1;
    for (; ; nth++) {
      const folder = freshFolder();
      if (!killedAt(nth, () => addDataset(folder, datasetOf(["new", "newer"])))) break;
      const title = await wholeDataset(folder);
      seen.add(title);
      if (title === null) addDataset(folder, datasetOf(["second"]));
      expect(await wholeDataset(folder)).toBe(title ?? "Made of second");
    }
    expect(nth).toBeGreaterThan(20);
    expect([...seen].sort()).toEqual(["Made of new and newer", null]);
  });

  it("leaves the old dataset or the new one where one is replaced; replacing again succeeds", async () => {
    const seen = new Set<string | null>();
    let nth = 1;
    for (; ; nth++) {
      const folder = freshFolder();
      addDataset(folder, datasetOf(["old"]));
      const replace = (): void => {
        replaceDataset(
          folder,
          datasetOf(["new", "newer"]),
          readFileSync(join(folder, "mine", "datapackage.json"), "utf8"),
        );
      };
      if (!killedAt(nth, replace)) break;
      seen.add(await wholeDataset(folder));
      replace();
      expect(await wholeDataset(folder)).toBe("Made of new and newer");
    }
    expect(nth).toBeGreaterThan(20);
    expect([...seen].sort()).toEqual(["Made of new and newer", "Made of old"]);
  });
});

/** Starts the process that replaces for ever, and kills it `afterMs` after it has begun. */
async function killAfter(folder: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "replacing-forever.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await ended;
}

describe("a dataset that another process replaces every 40 ms", () => {
  it("can be loaded at any moment, one of the two whole", async () => {
    const folder = freshFolder();
    addDataset(folder, datasetOf(["old"]));
    const args = [join(import.meta.dirname, "replacing-forever.ts"), folder, "40"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const seen = new Set<number>();
    for (let i = 0; i < 150; i++) {
      seen.add((await createMarketData({ folder, cacheFolder: null }).load("mine")).bars.length);
    }
    child.kill("SIGKILL");
    await ended;
    expect([...seen].sort()).toEqual([1, 2]);
  }, 30_000);
});

describe("a kill of the process at any of 50 moments of replacing without a pause", () => {
  it("leaves one of the two datasets, whole", async () => {
    const seen = new Set<string | null>();
    const killOften = async (first: number): Promise<void> => {
      const folder = freshFolder();
      addDataset(folder, datasetOf(["old"], 1000));
      for (let i = first; i < 50; i += 2) {
        await killAfter(folder, (i * 37) % 80);
        seen.add(await wholeDataset(folder));
      }
      expect(readdirSync(folder)).toEqual(["mine"]);
    };
    await Promise.all([killOften(0), killOften(1)]);
    expect([...seen].sort()).toEqual(["Made of new and newer", "Made of old"]);
  }, 60_000);
});
