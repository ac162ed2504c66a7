import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCache, writeCache } from "../../src/adapters/market-data/bar-cache.ts";
import { createBarReader } from "../../src/adapters/market-data/bar-reader.ts";
import { readCsv } from "../../src/adapters/market-data/read-csv.ts";
import { readPiece } from "../../src/adapters/market-data/read-piece.ts";
import { createMarketData, loadMarket } from "../../src/adapters/market-data.ts";
import { formatCsv } from "../../src/core/market/format-csv.ts";
import { generateMarket } from "../../src/core/market/generate-market.ts";
import { marketPresets } from "../../src/core/market/market-presets.ts";
import { drawPaths } from "../../src/core/paths/draw-paths.ts";
import type { Figure } from "./figure.ts";

const bars = 1_000_000;

/** Seconds that `work` takes, the best of three. */
async function seconds(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

/** Speed of reading CSVs beside csv-parse alone and pandas, of the cache, and of drawing paths. */
export async function bench(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const file = join(folder, "long.csv");
  const sha256 = "0".repeat(64);
  try {
    await writeFile(file, formatCsv(generateMarket({ ...marketPresets["syn-equity-5m"], bars })));
    // What csv-parse allows: the same options, and a reader that does nothing with the records.
    const idle = { ...createBarReader("long.csv"), add: () => undefined };
    const alone = await seconds(() => readPiece({ file }, idle));
    const parse = await seconds(() => readCsv(file, "long.csv"));
    const market = await readCsv(file, "long.csv");
    const write = await seconds(() => formatCsv(market));
    await writeCache(folder, sha256, market);
    const cached = await seconds(() => readCache(folder, sha256));
    const { size } = await stat(join(folder, `${sha256}.bars`));
    const options = { folder, cacheFolder: folder, cwd: folder };
    await loadMarket("long.csv", options);
    const reload = await seconds(() => loadMarket("long.csv", options));
    return [
      { name: "csv-parse alone, one thread, records thrown away", value: bars / alone, unit: "rows/s" },
      { name: "bars from a CSV of a million rows, checked", value: bars / parse, unit: "rows/s" },
      { name: "the same over csv-parse alone", value: alone / parse, unit: "×" },
      pandasFigure(file),
      { name: "canonical CSV of a million bars, as text", value: bars / write, unit: "rows/s" },
      { name: "bars from the cache", value: size / 1e6 / cached, unit: "MB/s" },
      { name: "second load of a million bars, its sha256 checked", value: reload * 1000, unit: "ms" },
      { name: "paths of one task (two daily datasets)", value: (await drawSeconds()) * 1000, unit: "ms" },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same file by pandas.read_csv with its times parsed, the best of three; 0 where there is no pandas. */
function pandasFigure(file: string): Figure {
  const script = `
import sys, time, pandas
best = 1e9
for _ in range(3):
    start = time.perf_counter()
    rows = len(pandas.read_csv(sys.argv[1], parse_dates=["time"]))
    best = min(best, time.perf_counter() - start)
print(rows / best)`;
  for (const python of ["python3", "/usr/bin/python3"]) {
    try {
      const value = Number(execFileSync(python, ["-c", script, file], { stdio: ["ignore", "pipe", "ignore"] }));
      return { name: "pandas.read_csv of the same file, times parsed", value, unit: "rows/s" };
    } catch {
      // Another python may have it.
    }
  }
  return { name: "pandas.read_csv: not here (apt-get install python3-pandas)", value: 0, unit: "rows/s" };
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
