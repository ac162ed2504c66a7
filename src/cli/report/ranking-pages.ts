import { join } from "node:path";
import type { PageScript } from "../../adapters/page-script.ts";
import { attemptPath } from "../../adapters/run-folder/file-names.ts";
import type { RunRecord } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { Attempt } from "../../core/attempt.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import type { AttemptHref } from "../../report/attempt-link.ts";
import { rankingPage } from "../../report/ranking-page.ts";

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
  const href: AttemptHref = (key) => `strategies/${attemptPath(key).replaceAll("\\", "/")}.html`;
  const index = (): string => rankingPage({ manifest, ranking, attempts, answers, href, script });
  return [{ file: "index.html", render: async () => index() }];
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
