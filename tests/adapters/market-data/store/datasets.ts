import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { DatasetToStore } from "../../../../src/adapters/market-data/add-dataset.ts";
import { csvResource, type DataPackage } from "../../../../src/core/market/data-package.ts";
import { formatCsv } from "../../../../src/core/market/format-csv.ts";
import { randomMarket } from "../../../core/paths/random-market.ts";

/** A dataset "mine" with one instrument for each seed: its bars, and an original file that says the seed. */
export function datasetOf(seeds: readonly string[], bars = 50): DatasetToStore {
  const parts = seeds.map((seed, i) => {
    const name = `part${i}`;
    const csv = formatCsv(randomMarket(seed, bars));
    const sha256 = createHash("sha256").update(csv).digest("hex");
    const resource = csvResource({ name, symbol: name.toUpperCase(), sha256, bytes: csv.length, bars, daily: true });
    const original = {
      name: `${seed}.txt`,
      path: `${name}.original.gz`,
      bytes: seed.length,
      sha256: createHash("sha256").update(seed).digest("hex"),
      vendor: "plain",
    };
    return {
      resource: { ...resource, walkforward: { ...resource.walkforward, original } },
      content: { csv, original: gzipSync(seed) },
    };
  });
  const data: DataPackage = {
    name: "mine",
    title: `Made of ${seeds.join(" and ")}`,
    licenses: [{ name: "none" }],
    sources: [{ title: "a test" }],
    resources: parts.map(({ resource }) => resource),
    walkforward: {
      class: "equity",
      interval: "1d",
      timezone: "UTC",
      barsPerYear: 252,
      adjustment: "none",
      costs: { feeBps: 1, slippageBps: 1 },
      tickSize: null,
      synthetic: false,
      fitForScoring: true,
      tags: [],
    },
  };
  return { data, contents: new Map(parts.map(({ resource, content }) => [resource.name, content])) };
}
