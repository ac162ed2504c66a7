import { folderName } from "../../adapters/run-folder/file-names.ts";
import type { RunRecord } from "../../adapters/run-folder.ts";
import { rankModels } from "../../core/ranking/rank-models.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { rankingInput } from "../../core/ranking/ranking-input.ts";
import type { Board, BoardRun } from "../../report/leaderboard/board.ts";
import { pageFiles } from "../report/run-links.ts";
import { groupRuns, type RunGroup } from "./group-runs.ts";

/** A run of a site. */
export interface SiteRun {
  readonly run: RunRecord;
  readonly ranking: Ranking;
  /** Folder of its pages, from the site's. */
  readonly folder: string;
}

/** A leaderboard of a site. */
export interface SiteBoard {
  /** From the site's folder. */
  readonly file: string;
  readonly board: Board;
  /** Page of a model, from the site's folder: in the run that it was taken from. */
  readonly modelPages: ReadonlyMap<string, string>;
}

/** The pages of a site: the first board is its `index.html`. */
export interface SitePlan {
  readonly runs: readonly SiteRun[];
  readonly boards: readonly SiteBoard[];
}

/** What a site of these runs is made of; the same runs in the same order give the same plan. */
export function planSite(records: readonly RunRecord[]): SitePlan {
  const used = new Set<string>();
  const runs = records.map((run): SiteRun => {
    const name = freeName(folderName(run.manifest.run), used);
    return { run, ranking: rankModels(rankingInput([run])), folder: `runs/${name}` };
  });
  const names = new Set<string>();
  const boards = groupRuns(records).map((group, i): SiteBoard => {
    const name = freeName(folderName(`${group.suite}-${group.benchmark}`), names);
    const { board, modelPages } = boardOf(group, runs, i === 0 ? "" : "../");
    return { file: i === 0 ? "index.html" : `boards/${name}.html`, board, modelPages };
  });
  return { runs, boards };
}

/** `up` leads from the board's folder to the site's. */
function boardOf(group: RunGroup, runs: readonly SiteRun[], up: string): Pick<SiteBoard, "board" | "modelPages"> {
  const siteRun = (run: RunRecord): SiteRun => {
    const found = runs.find((one) => one.run === run);
    if (found === undefined) throw new RangeError(`no pages of run ${run.manifest.run}`);
    return found;
  };
  const boardRun = (run: RunRecord): BoardRun => ({
    run: run.manifest.run,
    href: `${up}${siteRun(run).folder}/${pageFiles.home}`,
    seed: run.manifest.plan.seed,
    rows: run.manifest.models.length,
  });
  // As in the ranking a model that is in several runs is the last one's.
  const models = new Map(group.ranked.flatMap((run) => run.manifest.models.map((model) => [model.id, { model, run }])));
  const modelPages = new Map(
    Array.from(models, ([id, { run }]) => [id, `${up}${siteRun(run).folder}/${pageFiles.model(id)}`]),
  );
  const board: Board = {
    suite: group.suite,
    benchmark: group.benchmark,
    ranking: rankModels(rankingInput(group.ranked)),
    models: Array.from(models.values(), ({ model }) => model),
    runs: group.ranked.map(boardRun),
    apart: group.apart.map(({ run, differs }) => ({ run: boardRun(run), differs })),
  };
  return { board, modelPages };
}

/** `name`, or the first of `name-2`, `name-3` … that is not used; used from now on. */
function freeName(name: string, used: Set<string>): string {
  let free = name;
  for (let n = 2; used.has(free); n++) free = `${name}-${n}`;
  used.add(free);
  return free;
}
