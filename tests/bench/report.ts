// The report of a run of 1,000 attempts on 8 scored paths and the driftless one, in a process of its own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRunFolder } from "../../src/adapters/run-folder.ts";
import type { PathCurve } from "../../src/bench/ports.ts";
import type { Attempt } from "../../src/core/attempt.ts";
import { builtInModel } from "../../src/core/model.ts";
import type { PathKind } from "../../src/core/paths/path.ts";
import { barsOfStored, costsOfStored, positionsOfStored, type StoredPath } from "../../src/core/paths/stored-path.ts";
import { backtestPath } from "../../src/core/score/backtest-path.ts";
import { utility } from "../../src/core/score/utility.ts";
import { attempt, manifest } from "../report/records.ts";
import { scoreOf, storedPath, trendAnswer } from "../report/stored-paths.ts";
import type { Figure } from "./figure.ts";

const tasks = 25;
const models = 40;
const kinds: readonly PathKind[] = [
  ...(["history", "history", "history", "history"] as const),
  ...(["mirror", "mirror", "twin", "twin", "noise"] as const),
];

/** What the child does: reads the run, ranks it, writes its report, and prints seconds and MiB. */
const child = `
const [root, dir] = process.argv.slice(1);
const { rankRun } = await import(root + "/src/cli/run/finish-run.ts");
const { writeReport } = await import(root + "/src/cli/report/write-report.ts");
const { run, ranking } = await rankRun(dir);
const start = performance.now();
const before = process.cpuUsage();
await writeReport(run, ranking);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, mib: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
`;

/** Seconds, memory and size of the pages. */
export async function bench(): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), "walkforward-bench-"));
  try {
    await makeRun(dir);
    const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", child, root, dir], { encoding: "utf8" });
    const { seconds, cpu, mib } = JSON.parse(out) as Readonly<Record<"seconds" | "cpu" | "mib", number>>;
    const sizes = pageSizes(join(dir, "strategies"));
    const largest = Math.max(...sizes);
    const name = `report of ${tasks * models} attempts × 8 paths`;
    return [
      { name, value: seconds, unit: "s" },
      { name: `${name}: CPU time of all threads`, value: cpu, unit: "s" },
      { name: `${name}: peak memory with the run in it`, value: mib, unit: "MiB" },
      { name: "largest page of an attempt", value: largest / 1e6, unit: "MB" },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function makeRun(dir: string): Promise<void> {
  const names = Array.from({ length: models }, (_, i) => `bench/model-${i + 1}`);
  const ids = Array.from({ length: tasks }, (_, i) => `design-bench-${i + 1}`);
  const [task] = manifest.plan.tasks;
  const run = openRunFolder(dir, {
    ...manifest,
    plan: { ...manifest.plan, tasks: ids.flatMap((id) => (task === undefined ? [] : [{ ...task, id }])) },
    models: names.map((name) => builtInModel(name, { kind: "replay", source: "bench" })),
  });
  for (const id of ids) {
    const paths = kinds.map((kind, i) =>
      storedPath(kind === "noise" ? "noise" : `p${i + 1}`, { kind, warmupBars: 250, scoredBars: 750 }),
    );
    await run.addTaskPaths({ task: id, paths });
    for (const [i, model] of names.entries()) {
      const record = attemptOf(paths, 5 + i, { model, task: id });
      await run.addCurves(record, { paths: paths.map((path) => curveOf(path, 5 + i)) });
      await run.addAttempt(record);
    }
  }
  await run.close();
}

function attemptOf(paths: readonly StoredPath[], bars: number, some: Partial<Attempt>): Attempt {
  const scores = paths.map((path) => scoreOf(path, trendAnswer(path, bars)));
  const scored = scores.filter((path) => path.kind !== "noise");
  const whole = utility(scored);
  const noise = scores.find((path) => path.kind === "noise") ?? null;
  return attempt({ ...some, paths: scored, noise, utility: whole, score: whole.value });
}

function curveOf(path: StoredPath, lookBack: number): PathCurve {
  const answer = trendAnswer(path, lookBack);
  const { warmupBars } = path;
  const market = { bars: barsOfStored(path), warmupBars, costs: costsOfStored(path) };
  const { equity, position } = backtestPath(market, positionsOfStored(answer)).result;
  return { ...answer, equity: Array.from(equity), position: Array.from(position) };
}

function pageSizes(dir: string): readonly number[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => statSync(join(dir, name)).size);
}
