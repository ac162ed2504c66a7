import { join } from "node:path";
import type { PageScript } from "../../adapters/page-script.ts";
import type { RunRecord } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { Attempt } from "../../core/attempt.ts";
import { rankSensitivity } from "../../core/ranking/rank-sensitivity.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingInput } from "../../core/ranking/ranking-input.ts";
import { rankingPage } from "../../report/ranking-page.ts";
import { linksFrom, pageFiles } from "./run-links.ts";

/** What the pages of a run, apart from those of its attempts, are made of. */
export interface RankingPagesInput {
  readonly run: RunRecord;
  readonly ranking: Ranking;
  /** The attempts that have a page: of several lines of one attempt the one that counts. */
  readonly attempts: readonly Attempt[];
  readonly script: PageScript;
}

/** One page of a run, made when it is asked for. */
export interface RunPage {
  /** From the run folder, with slashes on every system. */
  readonly file: string;
  render(): Promise<string>;
}

/** The pages of models, tasks and pairs, and last index.html, so that no link of it is dead when it is written. */
export function rankingPages({ run, ranking, attempts, script }: RankingPagesInput): readonly RunPage[] {
  const { manifest, answers } = run;
  const input = rankingInput([run], ranking.weights);
  const tasks = manifest.plan.tasks.map((task) => task.id);
  const index = (): string => {
    const sensitivity = rankSensitivity(input, ranking);
    return rankingPage({
      manifest,
      ranking,
      attempts,
      answers,
      sensitivity,
      links: linksFrom(0, ranking, tasks),
      script,
    });
  };
  return [{ file: pageFiles.home, render: async () => index() }];
}

/** Writes them into the run folder, each whole or not at all; `onPage` is told after every one. */
export async function writeRankingPages(
  input: RankingPagesInput,
  onPage: (file: string) => void = () => {},
): Promise<void> {
  for (const { file, render } of rankingPages(input)) {
    writeFileAtomic(join(input.run.dir, file), await render());
    onPage(file);
  }
}
