import { pageScript } from "../../adapters/page-script.ts";
import { attemptPath } from "../../adapters/run-folder/file-names.ts";
import type { RunRecord } from "../../adapters/run-folder.ts";
import type { Attempt } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingPages, writeRankingPages } from "./ranking-pages.ts";
import { writeAttempts } from "./write-attempts.ts";

/**
 * Writes the pages of a run into its folder (or into `out`), each whole or not at all: `strategies/<model>/<task>/<lang>-<attempt>.html`
 * with the code beside it as `.ts` (and all trades as `.trades.csv` where the page shows only some), then the pages of models,
 * tasks and pairs, and at last `index.html`, so that no link of it is dead. `onProgress` is told after every page.
 */
export async function writeReport(
  run: RunRecord,
  ranking: Ranking,
  onProgress: (done: number, total: number) => void = () => {},
  out: string = run.dir,
): Promise<void> {
  const script = await pageScript();
  const attempts = latestAttempts(run.attempts);
  const rest = { run, ranking, attempts, script };
  const pages = rankingPages(rest).map(({ file }) => file);
  const total = attempts.length + pages.length;
  let done = 0;
  const onPage = (): void => onProgress(++done, total);
  const { dir, manifest } = run;
  const source = { dir, out, run: manifest.run, benchmark: ranking.benchmark, pages, script };
  await writeAttempts(source, attempts, onPage);
  await writeRankingPages(rest, onPage, out);
}

/** Of several lines of one attempt the one that the ranking counts: one that was attempted, else the last. */
export function latestAttempts(lines: readonly Attempt[]): readonly Attempt[] {
  const latest = new Map<string, Attempt>();
  for (const line of lines) {
    const known = latest.get(attemptPath(line));
    if (known === undefined || line.notAttempted === null || known.notAttempted !== null) {
      latest.set(attemptPath(line), line);
    }
  }
  return [...latest.values()];
}
