// Run as a process of its own: `node replacing-forever.ts FOLDER`. Puts two datasets in each other's place until it is killed.
import { readFileSync, writeSync } from "node:fs";
import { replaceDataset } from "../../../../src/adapters/market-data/replace-dataset.ts";
import { datasetOf } from "./datasets.ts";

const [folder = ""] = process.argv.slice(2);
const datasets = [datasetOf(["old"], 1000), datasetOf(["new", "newer"], 1000)];
writeSync(1, "go");
for (let i = 0; ; i++) {
  const next = datasets[i % 2];
  if (next) replaceDataset(folder, next, readFileSync(`${folder}/mine/datapackage.json`, "utf8"));
}
