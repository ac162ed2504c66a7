import { join } from "node:path";
import type { RunRecord } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingPage } from "../../report/ranking-page.ts";

/** Writes the pages of a run into its folder, each whole or not at all; `onProgress` is told after every page. */
export async function writeReport(
  run: RunRecord,
  ranking: Ranking,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  writeFileAtomic(join(run.dir, "index.html"), rankingPage({ manifest: run.manifest, ranking }));
  onProgress(1, 1);
}
