import { join } from "node:path";
import type { PageScript } from "../../adapters/page-script.ts";
import type { RunRecord } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { Attempt } from "../../core/attempt.ts";
import type { Plan } from "../../core/manifest.ts";
import { comparePair } from "../../core/ranking/compare-pair.ts";
import { rankSensitivity } from "../../core/ranking/rank-sensitivity.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { type RankingInput, rankingInput } from "../../core/ranking/ranking-input.ts";
import { modelPage } from "../../report/model-page.ts";
import { pairPage } from "../../report/pair-page.ts";
import { rankingPage } from "../../report/ranking-page.ts";
import { taskPage } from "../../report/task-page.ts";
import { inputOfPair, rivalsOf } from "./rivals.ts";
import { linksFrom, type PagePair, pageFiles, pagePairs } from "./run-links.ts";
import { drawnPaths, programCurves } from "./task-curves.ts";
import { taskOfPlan } from "./task-texts.ts";

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

/** All that the pages share, so that it is found once. */
interface Shared extends RankingPagesInput {
  readonly input: RankingInput;
  readonly tasks: readonly string[];
}

/** The pages of models, tasks and pairs, and last index.html, so that no link of it is dead when it is written. */
export function rankingPages(given: RankingPagesInput): readonly RunPage[] {
  const { run, ranking } = given;
  const { plan } = run.manifest;
  const input = rankingInput([run], ranking.weights);
  const shared: Shared = { ...given, input, tasks: plan.tasks.map((task) => task.id) };
  return [
    ...ranking.models.map((row) => ({
      file: pageFiles.model(row.model),
      render: async () => renderModel(shared, row),
    })),
    ...plan.tasks.map((task) => ({ file: pageFiles.task(task.id), render: () => renderTask(shared, task) })),
    ...pagePairs(ranking).map((pair) => ({ file: pageFiles.pair(pair), render: async () => renderPair(shared, pair) })),
    { file: pageFiles.home, render: async () => renderHome(shared) },
  ];
}

/** Writes them into the run folder (or into `out`), each whole or not at all; `onPage` is told after every one. */
export async function writeRankingPages(
  input: RankingPagesInput,
  onPage: (file: string) => void = () => {},
  out: string = input.run.dir,
): Promise<void> {
  for (const { file, render } of rankingPages(input)) {
    writeFileAtomic(join(out, file), await render());
    onPage(file);
  }
}

function renderHome({ run, ranking, attempts, script, input, tasks }: Shared): string {
  const { manifest, answers } = run;
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
}

function renderModel({ run, ranking, attempts, script, input, tasks }: Shared, row: RankingRow): string {
  const { rivals, cut } = rivalsOf(row, ranking, input);
  return modelPage({
    row,
    manifest: run.manifest,
    ranking,
    attempts: attempts.filter((attempt) => attempt.model === row.model),
    answers: run.answers.filter((answer) => answer.model === row.model),
    rivals,
    rivalsCut: cut,
    links: linksFrom(1, ranking, tasks),
    script,
  });
}

async function renderTask(
  { run, ranking, attempts, script, tasks }: Shared,
  planned: Plan["tasks"][number],
): Promise<string> {
  const own = attempts.filter((attempt) => attempt.task === planned.id);
  return taskPage({
    planned,
    task: await taskOfPlan(planned),
    ranking,
    attempts: own,
    paths: await drawnPaths(run.dir, planned.id),
    programs: await programCurves(run.dir, ranking, own),
    links: linksFrom(1, ranking, tasks),
    script,
  });
}

function renderPair({ run, ranking, attempts, script, input, tasks }: Shared, { a, b }: PagePair): string {
  const pair = ranking.pairs.find((one) => one.a === a && one.b === b);
  if (pair === undefined) throw new RangeError(`the ranking has no pair ${a}, ${b}`);
  return pairPage({
    ranking,
    comparison: comparePair(inputOfPair(input, a, b), { a, b }),
    pair,
    attempts: attempts.filter((attempt) => attempt.model === a || attempt.model === b),
    topics: new Map(run.answers.map((answer) => [answer.template, answer.topic])),
    links: linksFrom(1, ranking, tasks),
    script,
  });
}
