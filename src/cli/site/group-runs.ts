import type { RunRecord } from "../../adapters/run-folder.ts";
import { type PlanPart, planDifference } from "../../core/ranking/ranking-input.ts";

/** Runs of one suite and benchmark version. */
export interface RunGroup {
  readonly suite: string;
  readonly benchmark: string;
  /** Those that asked the same: the largest such set. */
  readonly ranked: readonly RunRecord[];
  /** The others, and in what they differ first. */
  readonly apart: readonly { readonly run: RunRecord; readonly differs: PlanPart }[];
}

/**
 * Sets the runs apart by suite and benchmark version, the newest version first, then the group of the most models. In
 * each the runs that asked the same make one ranking; where there are several such sets the one of the most models, of
 * equal ones that which comes first.
 */
export function groupRuns(runs: readonly RunRecord[]): readonly RunGroup[] {
  const bySuite = Map.groupBy(runs, ({ manifest: { plan } }) => JSON.stringify([plan.suite, plan.benchmark]));
  return Array.from(bySuite.values(), groupOf).sort(
    (a, b) =>
      b.benchmark.localeCompare(a.benchmark, "en", { numeric: true }) ||
      modelsOf(b.ranked).size - modelsOf(a.ranked).size ||
      (a.suite < b.suite ? -1 : 1),
  );
}

function groupOf(runs: readonly RunRecord[]): RunGroup {
  const sets: RunRecord[][] = [];
  for (const run of runs) {
    const same = sets.find(([first]) => first && planDifference(first.manifest.plan, run.manifest.plan) === null);
    if (same === undefined) sets.push([run]);
    else same.push(run);
  }
  const most = Math.max(...sets.map((set) => modelsOf(set).size));
  const ranked = sets.find((set) => modelsOf(set).size === most) ?? [];
  const [first] = ranked;
  if (first === undefined) throw new RangeError("a group of no runs");
  const apart = runs.flatMap((run) => {
    const differs = planDifference(first.manifest.plan, run.manifest.plan);
    return differs === null ? [] : [{ run, differs }];
  });
  return { suite: first.manifest.plan.suite, benchmark: first.manifest.plan.benchmark, ranked, apart };
}

function modelsOf(runs: readonly RunRecord[]): ReadonlySet<string> {
  return new Set(runs.flatMap((run) => run.manifest.models.map((model) => model.id)));
}
