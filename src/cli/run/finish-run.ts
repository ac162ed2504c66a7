import { join } from "node:path";
import { type RunRecord, readRun } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { rankModels } from "../../core/ranking/rank-models.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingInput } from "../../core/ranking/ranking-input.ts";

/** Ranks a stored run and writes its ranking.json. The same stored run gives the same bytes. */
export async function rankRun(dir: string): Promise<{ readonly run: RunRecord; readonly ranking: Ranking }> {
  const run = await readRun(dir);
  const ranking = rankModels(rankingInput([run]));
  writeFileAtomic(join(dir, "ranking.json"), `${JSON.stringify(ranking, null, 2)}\n`);
  return { run, ranking };
}
