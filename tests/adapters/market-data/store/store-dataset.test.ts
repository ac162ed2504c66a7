import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDataset } from "../../../../src/adapters/market-data/add-dataset.ts";
import { replaceDataset } from "../../../../src/adapters/market-data/replace-dataset.ts";
import { versionOf } from "../../../../src/adapters/market-data/resource-files.ts";
import { createMarketData } from "../../../../src/adapters/market-data.ts";
import { UserError, WorldError } from "../../../../src/core/failure.ts";
import { datasetOf } from "./datasets.ts";
import { fillUpAt, mendDisk } from "./failing-disk.ts";

const root = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(root, "case-")), "data");
});
const manifest = (): string => readFileSync(join(folder, "mine", "datapackage.json"), "utf8");
const files = (): readonly string[] => readdirSync(join(folder, "mine")).sort();
const old = new Date(Date.now() - 3_600_000);

describe("addDataset", () => {
  it("writes CSV, original and package, and nothing else, into a folder that it makes", async () => {
    const stored = addDataset(folder, datasetOf(["a"]));
    expect(readdirSync(folder)).toEqual(["mine"]);
    expect(files()).toEqual(["datapackage.json", "part0.csv", "part0.original.gz"]);
    expect(JSON.parse(manifest())).toEqual(stored);
    expect((await createMarketData({ folder, cacheFolder: null }).load("mine")).bars[0]?.length).toBe(50);
  });

  it("never overwrites: the first dataset stays, and the error names the id and --replace", () => {
    addDataset(folder, datasetOf(["a"]));
    const before = manifest();
    expect(() => addDataset(folder, datasetOf(["b"]))).toThrow(/there is a dataset "mine" already .*--replace/);
    expect(manifest()).toBe(before);
    expect(readdirSync(folder)).toEqual(["mine"]);
  });

  it("a folder with other files, or a file, in its place is left alone", () => {
    mkdirSync(join(folder, "mine"), { recursive: true });
    writeFileSync(join(folder, "mine", "notes.txt"), "mine");
    expect(() => addDataset(folder, datasetOf(["a"]))).toThrow(/holds no dataset: give another --id/);
    expect(files()).toEqual(["notes.txt"]);
    rmSync(join(folder, "mine"), { recursive: true });
    writeFileSync(join(folder, "mine"), "a file");
    expect(() => addDataset(folder, datasetOf(["a"]))).toThrow(/holds no dataset: give another --id/);
    expect(readdirSync(folder)).toEqual(["mine"]);
  });

  it("removes what a killed process left an hour ago, not what another one writes now", () => {
    const [left, busy] = [".x.1.aaaaaaaa.adding", ".y.2.bbbbbbbb.adding"].map((name) => join(folder, name));
    for (const name of [left, busy]) mkdirSync(name as string, { recursive: true });
    utimesSync(left as string, old, old);
    addDataset(folder, datasetOf(["a"]));
    expect(readdirSync(folder).sort()).toEqual([".y.2.bbbbbbbb.adding", "mine"]);
  });
});

describe("replaceDataset", () => {
  beforeEach(() => void addDataset(folder, datasetOf(["a"])));

  it("gives the files the next version, and takes the old ones away", async () => {
    const stored = replaceDataset(folder, datasetOf(["b", "c"], 70), manifest());
    expect(files()).toEqual([
      "datapackage.json",
      "part0-2.csv",
      "part0-2.original.gz",
      "part1-2.csv",
      "part1-2.original.gz",
    ]);
    expect(versionOf(stored)).toBe(2);
    expect(JSON.parse(manifest())).toEqual(stored);
    expect((await createMarketData({ folder, cacheFolder: null }).load("mine")).bars[1]?.length).toBe(70);
    replaceDataset(folder, datasetOf(["d"]), manifest());
    expect(files()).toEqual(["datapackage.json", "part0-3.csv", "part0-3.original.gz"]);
  });

  it("keeps the files of instruments without new content, and files that are not its own", () => {
    writeFileSync(join(folder, "mine", "README.md"), "mine");
    const { data, contents } = datasetOf(["a", "b"]);
    replaceDataset(folder, { data, contents: new Map([...contents].slice(1)) }, manifest());
    expect(files()).toEqual([
      "README.md",
      "datapackage.json",
      "part0.csv",
      "part0.original.gz",
      "part1-2.csv",
      "part1-2.original.gz",
    ]);
  });

  it("a dataset that another process has changed meanwhile stays as that one left it", () => {
    const before = manifest();
    replaceDataset(folder, datasetOf(["b"]), before);
    const theirs = files();
    expect(() => replaceDataset(folder, datasetOf(["c"]), before)).toThrow(/another process has changed this dataset/);
    expect(files()).toEqual(theirs);
  });

  it("names that a killed process took are passed over, and removed after ten minutes", () => {
    const left = join(folder, "mine", "part0-2.csv");
    writeFileSync(left, "half a fi");
    replaceDataset(folder, datasetOf(["b"]), manifest());
    expect(files()).toEqual(["datapackage.json", "part0-2.csv", "part0-3.csv", "part0-3.original.gz"]);
    utimesSync(left, old, old);
    replaceDataset(folder, datasetOf(["c"]), manifest());
    expect(files()).toEqual(["datapackage.json", "part0-4.csv", "part0-4.original.gz"]);
  });
});

describe("a disk that refuses", () => {
  afterEach(mendDisk);

  it.each([1, 2, 3, 4, 5])("full at file %i of adding: the world's fault, and nothing is left", (count) => {
    fillUpAt(count);
    expect(() => addDataset(folder, datasetOf(["a", "b"]))).toThrow(WorldError);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([1, 2, 3, 4, 5])("full at file %i of replacing: the old dataset is as it was", (count) => {
    addDataset(folder, datasetOf(["a"]));
    const [before, there] = [manifest(), files()];
    fillUpAt(count);
    expect(() => replaceDataset(folder, datasetOf(["b", "c"]), before)).toThrow(/the disk is full/);
    expect(manifest()).toBe(before);
    expect(files()).toEqual(there);
  });

  it.skipIf(process.getuid?.() === 0)("a folder without the right to write is the user's to mend", () => {
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(() => addDataset(folder, datasetOf(["a"]))).toThrow(UserError);
    expect(() => addDataset(folder, datasetOf(["a"]))).toThrow(/no right to write here/);
  });

  it("a file in the place of the folder is the user's to mend", () => {
    writeFileSync(folder, "");
    expect(() => addDataset(folder, datasetOf(["a"]))).toThrow(/this is no place for a file/);
  });
});
