// Makes us-sp500-daily from the npm package vega-datasets: `npx node market-data/make-us-sp500-daily.ts`.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writePackage } from "../src/adapters/market-data/write-package.ts";
import { csvResource, type DataPackage } from "../src/core/market/data-package.ts";

const source = join(import.meta.dirname, "../node_modules/vega-datasets/data/sp500-2000.csv");
const sourceSha256 = "9409e9342d0657c747324e4cfabce8a8c7f663bc485b95a3378f36b0a160f8c8";

/** The source's own digits without the zeros that carry nothing: `1469.250000` is `1469.25`. */
function shorten(decimal: string): string {
  return String(Number(decimal));
}

/** The canonical CSV: the source's columns without `adjclose` (equal to `close` in every row). */
export function convert(text: string): string {
  const [, ...rows] = text.trim().split("\n");
  const lines = rows.map((row) => {
    const [date = "", open = "", high = "", low = "", close = "", , volume = ""] = row.split(",");
    return [date, ...[open, high, low, close, volume].map(shorten)].join(",");
  });
  return `time,open,high,low,close,volume\n${lines.join("\n")}\n`;
}

/** Reads the source, checks it and gives the package with its CSV. */
export async function makeSp500(): Promise<{ readonly data: DataPackage; readonly csv: string }> {
  const raw = await readFile(source);
  const sha256 = createHash("sha256").update(raw).digest("hex");
  if (sha256 !== sourceSha256) throw new Error(`sp500-2000.csv has sha256 ${sha256}, wanted ${sourceSha256}`);
  const csv = convert(raw.toString("utf8"));
  const bars = csv.trimEnd().split("\n").length - 1;
  const resource = csvResource({
    name: "sp500",
    symbol: "SPX",
    sha256: createHash("sha256").update(csv).digest("hex"),
    bytes: Buffer.byteLength(csv),
    bars,
    daily: true,
  });
  const data: DataPackage = {
    name: "us-sp500-daily",
    title: "S&P 500 index, daily, 2000-01-03 to 2020-04-17",
    description: "Real history. Values of the index: no dividends; volume is that of its members.",
    licenses: [{ name: "BSD-3-Clause", title: "Licence of the npm package vega-datasets" }],
    sources: [
      { title: "vega-datasets 3.2.1, data/sp500-2000.csv", path: "https://github.com/vega/vega-datasets" },
      { title: "Yahoo Finance (as vega-datasets states)", path: "https://finance.yahoo.com/" },
    ],
    resources: [resource],
    walkforward: {
      class: "equity-index",
      interval: "1d",
      timezone: "America/New_York",
      barsPerYear: 252,
      adjustment: "none",
      costs: { feeBps: 1, slippageBps: 1 },
      tickSize: 0.01,
      synthetic: false,
      fitForScoring: true,
      tags: ["real", "us", "index"],
    },
  };
  return { data, csv };
}

if (import.meta.main) {
  const { data, csv } = await makeSp500();
  writePackage(join(import.meta.dirname, data.name), data, [csv]);
}
