import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import type { PageScript } from "../../adapters/page-script.ts";
import { UserError } from "../../core/failure.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { progressPage } from "../../report/progress-page.ts";
import type { RunSummary } from "../../report/runs/run-summary.ts";
import { runsPage } from "../../report/runs-page.ts";
import type { Found, ViewerSource } from "../../web/viewer-source.ts";
import { type FoundRun, findRuns } from "./find-runs.ts";
import { createRunShelf, type RunShelf } from "./run-shelf.ts";
import { isRunning } from "./run-state.ts";
import { damagedRun, storedRanking, summariseRun } from "./summarise-run.ts";

/** The runs of a folder as the viewer shows them. */
export interface RunsSource extends ViewerSource {
  /** The runs there are, in the order listed. */
  summaries(): Promise<readonly RunSummary[]>;
}

/** How long a look at the folders is good for: many readers ask at once. */
const lookMs = 300;

/** What the viewer shows of the run folders in `root`. */
export function openRunsSource(root: string, script: PageScript): RunsSource {
  const real = existsSync(root) ? realpathSync(root) : root;
  const shelf = createRunShelf(real, script);
  const look = briefly(() => {
    const runs = findRuns(root).map((run) => ({ run, running: isRunning(run.dir), version: shelf.version(run) }));
    const state = JSON.stringify(runs.map(({ run, running, version }) => [run.name, running, version]));
    return { runs, version: createHash("sha256").update(state).digest("base64url").slice(0, 16) };
  });
  const find = (name: string) => look().runs.find(({ run }) => run.name === name) ?? null;
  const summary = rememberSummaries(shelf);
  const summaries = async (): Promise<readonly RunSummary[]> =>
    newestFirst(
      await Promise.all(look().runs.map(({ run, running, version }) => summary(run, `${running} ${version}`))),
    );
  return {
    summaries,
    index: async () => ({
      type: "html",
      version: look().version,
      render: async () => runsPage({ runs: await summaries(), benchmark: benchmarkVersion, script, events: "events" }),
    }),
    file: async (name, file) => {
      const found = find(name);
      if (found === null) return null;
      if (file === "") return { redirect: found.running ? "live.html" : "index.html" };
      return fileOf(shelf, found, file, script);
    },
    version: async (name) => {
      if (name === null) return look().version;
      const found = find(name);
      return found === null ? null : `${found.running} ${found.version}`;
    },
  };
}

async function fileOf(
  shelf: RunShelf,
  { run, running }: { readonly run: FoundRun; readonly running: boolean },
  file: string,
  script: PageScript,
): Promise<Found> {
  if (file === "live.html" && !running) return { redirect: "index.html" };
  const view = await shelf.view(run);
  if (file !== "live.html") return view.files.get(file) ?? null;
  const { ranking } = view;
  const { manifest } = view.run;
  return {
    type: "html",
    version: view.version,
    render: async () => progressPage({ manifest, ranking, script, events: "events", home: "../../" }),
  };
}

/** Summaries are kept while their runs do not change: they outlive the records that they were made of. */
function rememberSummaries(shelf: RunShelf): (run: FoundRun, version: string) => Promise<RunSummary> {
  const kept = new Map<string, { readonly version: string; readonly summary: Promise<RunSummary> }>();
  return (run, version) => {
    const known = kept.get(run.dir);
    if (known?.version === version) return known.summary;
    const summary = makeSummary(shelf, run);
    kept.set(run.dir, { version, summary });
    return summary;
  };
}

async function makeSummary(shelf: RunShelf, run: FoundRun): Promise<RunSummary> {
  try {
    const stored = storedRanking(run.dir);
    if (stored !== null) return summariseRun(run, stored.manifest, stored.ranking);
    const view = await shelf.view(run);
    return summariseRun(run, view.run.manifest, view.ranking);
  } catch (error) {
    if (error instanceof UserError) return damagedRun(run, error.message);
    throw error;
  }
}

/** Those that are going on first, then by when they were begun. */
function newestFirst(runs: readonly RunSummary[]): readonly RunSummary[] {
  const order = (run: RunSummary): number => (run.state === "running" ? 0 : 1);
  return runs.toSorted((a, b) => order(a) - order(b) || (b.started ?? 0) - (a.started ?? 0));
}

/** The value of `make`, made anew once it is older than `lookMs`. */
function briefly<T>(make: () => T): () => T {
  let last: { readonly value: T; readonly at: number } | null = null;
  return () => {
    if (last === null || performance.now() - last.at > lookMs) last = { value: make(), at: performance.now() };
    return last.value;
  };
}
