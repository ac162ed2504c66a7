import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "../../adapters/run-folder.ts";
import type { Manifest } from "../../core/manifest.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingSchema } from "../../core/ranking/ranking-schema.ts";
import { modelProgress, runProgress } from "../../report/runs/model-progress.ts";
import type { RunSummary } from "../../report/runs/run-summary.ts";
import type { FoundRun } from "./find-runs.ts";
import { isRunning, runState } from "./run-state.ts";

/** One row of the list of runs. */
export function summariseRun({ name, dir }: FoundRun, manifest: Manifest, ranking: Ranking): RunSummary {
  const { plan } = manifest;
  const progress = modelProgress(manifest, ranking);
  const whole = runProgress(progress);
  const costs = ranking.models.flatMap((row) => row.costUsd ?? []);
  return {
    run: manifest.run,
    folder: name,
    href: `runs/${name}/`,
    state: runState(dir, whole),
    problem: null,
    suite: plan.suite,
    seed: plan.seed,
    benchmark: plan.benchmark,
    started: madeAt(join(dir, "run.json")),
    models: manifest.models.length,
    ...whole,
    best: bestModel(ranking),
    failures: progress.reduce((sum, { failures }) => sum + failures, 0),
    costUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
  };
}

/** A run that cannot be read, by the name of its folder. */
export function damagedRun({ name, dir }: FoundRun, problem: string): RunSummary {
  return {
    ...{ run: name, folder: name, href: "", state: "damaged", problem: problem.replaceAll(`${dir}/`, "") },
    ...{
      suite: "",
      seed: "",
      benchmark: "",
      started: null,
      models: 0,
      done: 0,
      total: 0,
      best: null,
      failures: 0,
      costUsd: null,
    },
  };
}

/**
 * The manifest and ranking.json of a run at rest, if the ranking is of what is stored now: a long list of runs opens
 * without reading every attempt. null where they have to be read.
 */
export function storedRanking(dir: string): { readonly manifest: Manifest; readonly ranking: Ranking } | null {
  const file = join(dir, "ranking.json");
  const ranked = madeAt(file);
  if (ranked === null || isRunning(dir)) return null;
  const records = ["attempts.jsonl", "quiz.jsonl"].map((name) => madeAt(join(dir, name)) ?? 0);
  if (records.some((time) => time > ranked)) return null;
  try {
    const ranking = rankingSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return { manifest: readManifest(dir), ranking };
  } catch {
    return null;
  }
}

function bestModel({ models }: Ranking): RunSummary["best"] {
  const best = models.find((row) => !row.baseline && row.overall !== null);
  if (best === undefined || best.overall === null) return null;
  const half = best.ci.overall === null ? null : best.ci.overall[1] - best.overall;
  return { model: best.model, overall: best.overall, standardError: best.se.overall, half };
}

function madeAt(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
