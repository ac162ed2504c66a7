import { join } from "node:path";
import { type PageScript, pageScript } from "../../adapters/page-script.ts";
import { attemptPath } from "../../adapters/run-folder/file-names.ts";
import { type RunRecord, readCurves, readTaskPaths } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { Attempt } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { attemptPage } from "../../report/attempt-page.ts";
import { rankingPage } from "../../report/ranking-page.ts";

/**
 * Writes the pages of a run into its folder, each whole or not at all: `strategies/<model>/<task>/<lang>-<attempt>.html`
 * with the code beside it as `.ts`, one attempt in memory at a time; at last `index.html`, so that no link of it is
 * dead. `onProgress` is told after every page.
 */
export async function writeReport(
  run: RunRecord,
  ranking: Ranking,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const script = await pageScript();
  const attempts = latestAttempts(run.attempts);
  const total = attempts.length + 1;
  let done = 0;
  for (const [task, ofTask] of Map.groupBy(attempts, (attempt) => attempt.task)) {
    const stored = (await readTaskPaths(run.dir, task))?.paths ?? [];
    const closes = stored.map(({ path, close, warmupBars }) => ({ path, close: close.slice(warmupBars - 1) }));
    for (const attempt of ofTask) {
      await writeAttempt(run, ranking, attempt, closes, script);
      onProgress(++done, total);
    }
  }
  const index = rankingPage({ manifest: run.manifest, ranking, attempts, answers: run.answers, href: pageOf, script });
  writeFileAtomic(join(run.dir, "index.html"), index);
  onProgress(total, total);
}

async function writeAttempt(
  run: RunRecord,
  ranking: Ranking,
  attempt: Attempt,
  closes: Parameters<typeof attemptPage>[0]["closes"],
  script: PageScript,
): Promise<void> {
  const curves = (await readCurves(run.dir, attempt))?.paths ?? [];
  const file = join(run.dir, "strategies", attemptPath(attempt));
  if (attempt.code !== null) writeFileAtomic(`${file}.ts`, attempt.code);
  const page = attemptPage({
    attempt,
    run: run.manifest.run,
    benchmark: ranking.benchmark,
    curves,
    closes,
    home: "../../../index.html",
    codeFile: attempt.code === null ? null : `${attempt.lang}-${attempt.attempt}.ts`,
    script,
  });
  writeFileAtomic(`${file}.html`, page);
}

/** Of several lines of one attempt the one that the ranking counts: one that was attempted, else the last. */
function latestAttempts(lines: readonly Attempt[]): readonly Attempt[] {
  const latest = new Map<string, Attempt>();
  for (const line of lines) {
    const known = latest.get(attemptPath(line));
    if (known === undefined || line.notAttempted === null || known.notAttempted !== null) {
      latest.set(attemptPath(line), line);
    }
  }
  return [...latest.values()];
}

/** From index.html, with slashes on every system. */
function pageOf(key: Parameters<typeof attemptPath>[0]): string {
  return `strategies/${attemptPath(key).replaceAll("\\", "/")}.html`;
}
