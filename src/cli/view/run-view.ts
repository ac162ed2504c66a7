import { statSync } from "node:fs";
import { join } from "node:path";
import type { PageScript } from "../../adapters/page-script.ts";
import { attemptPath } from "../../adapters/run-folder/file-names.ts";
import type { RunRecord } from "../../adapters/run-folder.ts";
import type { Attempt } from "../../core/attempt.ts";
import { rankModels } from "../../core/ranking/rank-models.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingInput } from "../../core/ranking/ranking-input.ts";
import type { Resource } from "../../web/viewer-source.ts";
import { type AttemptFiles, attemptFiles, taskMarkets } from "../report/attempt-files.ts";
import { rankingPages } from "../report/ranking-pages.ts";
import { latestAttempts } from "../report/write-report.ts";

/** A run, ranked, and the files of its report, each made when it is asked for. */
export interface RunView {
  readonly run: RunRecord;
  readonly ranking: Ranking;
  readonly version: string;
  /** By name from the run folder: the names and bytes that `walkforward report` writes. */
  readonly files: ReadonlyMap<string, Resource>;
}

/** Ranks a run and names the files of its report. */
export function viewRun(run: RunRecord, version: string, script: PageScript): RunView {
  const ranking = rankModels(rankingInput([run]));
  const attempts = latestAttempts(run.attempts);
  const pages = rankingPages({ run, ranking, attempts, script });
  const names = pages.map(({ file }) => file);
  const source = { dir: run.dir, run: run.manifest.run, benchmark: ranking.benchmark, pages: names, script };
  const files = new Map<string, Resource>();
  for (const { file, render } of pages) files.set(file, { type: "html", version, render });
  const markets = lastOf(taskMarkets);
  for (const attempt of attempts) {
    const name = `strategies/${attemptPath(attempt).replaceAll("\\", "/")}`;
    const made = { version: attemptVersion(run.dir, attempt, names) };
    const make = async (): Promise<AttemptFiles> => attemptFiles(source, attempt, await markets(run.dir, attempt.task));
    files.set(`${name}.html`, { ...made, type: "html", render: async () => (await make()).html });
    files.set(`${name}.trades.csv`, { ...made, type: "text", render: async () => (await make()).trades ?? "" });
    const { code } = attempt;
    if (code !== null) files.set(`${name}.ts`, { ...made, type: "text", render: async () => code });
  }
  return { run, ranking, version, files };
}

const serials = new WeakMap<Attempt, number>();
let lastSerial = 0;

/** An attempt that was read once stays the same while its file only grows: its page need not be made again then. */
function attemptVersion(dir: string, attempt: Attempt, pages: readonly string[]): string {
  const serial = serials.get(attempt) ?? ++lastSerial;
  serials.set(attempt, serial);
  const curves = statSync(join(dir, "curves", `${attemptPath(attempt)}.json.gz`), { throwIfNoEntry: false });
  return [dir, serial, curves?.mtimeMs, curves?.size, pages.length].join(" ");
}

/** Keeps the paths of the task asked for last: pages of one task are opened after one another. */
function lastOf<T>(read: (dir: string, task: string) => Promise<T>): (dir: string, task: string) => Promise<T> {
  let last: { readonly task: string; readonly value: Promise<T> } | null = null;
  return (dir, task) => {
    if (last?.task !== task) last = { task, value: read(dir, task) };
    return last.value;
  };
}
