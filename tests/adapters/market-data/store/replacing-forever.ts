// Run as a process of its own: `node replacing-forever.ts FOLDER PAUSE`. Puts two datasets in each other's place, with a pause of so many
// milliseconds in between, until it is killed.
import { readFileSync, writeSync } from "node:fs";
import { replaceDataset } from "../../../../src/adapters/market-data/replace-dataset.ts";
import { datasetOf } from "./datasets.ts";

const [folder = "", pauseMs = "0"] = process.argv.slice(2);
const datasets = [datasetOf(["old"], 1000), datasetOf(["new", "newer"], 1000)];
const text = (): string => readFileSync(`${folder}/mine/datapackage.json`, "utf8");
const first = text().includes("Made of old") ? 1 : 0;
writeSync(1, "go");
for (let i = 0; ; i++) {
  if (pauseMs !== "0") await new Promise((resolve) => setTimeout(resolve, Number(pauseMs)));
  const next = datasets[(first + i) % 2];
  if (next) replaceDataset(folder, next, text());
}
