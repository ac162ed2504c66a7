import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCache, writeCache } from "../../src/adapters/market-data/bar-cache.ts";
import { readCsv } from "../../src/adapters/market-data/read-csv.ts";
import { createMarketData, loadMarket } from "../../src/adapters/market-data.ts";
import { formatCsv } from "../../src/core/market/format-csv.ts";
import { generateMarket } from "../../src/core/market/generate-market.ts";
import { marketPresets } from "../../src/core/market/market-presets.ts";
import { drawPaths } from "../../src/core/paths/draw-paths.ts";

const bars = 200_000;

/** Seconds that `work` takes. */
async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Speed of reading CSVs, of the cache, and of drawing paths. */
export async function bench(): Promise<readonly { name: string; value: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const file = join(folder, "long.csv");
  const sha256 = "0".repeat(64);
  try {
    await writeFile(file, formatCsv(generateMarket({ ...marketPresets["syn-equity-5m"], bars })));
    const parse = await seconds(() => readCsv(file, "long.csv"));
    await writeCache(folder, sha256, await readCsv(file, "long.csv"));
    const cached = await seconds(() => readCache(folder, sha256));
    const { size } = await stat(join(folder, `${sha256}.bars`));
    const options = { folder, cacheFolder: folder, cwd: folder };
    await loadMarket("long.csv", options);
    const reload = await seconds(() => loadMarket("long.csv", options));
    return [
      { name: "bars from a CSV", value: bars / parse, unit: "rows/s" },
      { name: "bars from the cache", value: size / 1e6 / cached, unit: "MB/s" },
      { name: "second load of 200,000 bars, its sha256 checked", value: reload * 1000, unit: "ms" },
      { name: "paths of one task (two daily datasets)", value: (await drawSeconds()) * 1000, unit: "ms" },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Mean seconds of one task's paths over 50 seeds. */
async function drawSeconds(): Promise<number> {
  const data = createMarketData({ folder: join(import.meta.dirname, "../../market-data"), cacheFolder: null });
  const datasets = await Promise.all(["us-sp500-daily", "syn-equity-index-daily"].map((id) => data.load(id)));
  const classes = ["equity-index"];
  const task = { id: "bench", classes, interval: "1d", warmupBars: 250, scoredBars: 750, costs: null };
  const runs = 50;
  const total = await seconds(() => {
    for (let seed = 0; seed < runs; seed++) drawPaths({ task, datasets, seed: String(seed) });
  });
  return total / runs;
}
