import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { readRun } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { UserError } from "../../core/failure.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { leaderboardPage } from "../../report/leaderboard-page.ts";
import type { Io } from "../io.ts";
import { writeReport } from "../report/write-report.ts";
import { nearPath } from "../run/show-run.ts";
import { findRuns } from "../view/find-runs.ts";
import { machineSecrets } from "./machine-secrets.ts";
import { publicRun } from "./public-run.ts";
import { replaceFolder, siteFile } from "./replace-folder.ts";
import { planSite, type SiteBoard, type SitePlan } from "./site-plan.ts";

/** What is published, and where; folders relative to the working folder. */
export interface SiteRequest {
  /** Run folders, and folders that hold them. */
  readonly dirs: readonly string[];
  readonly out: string;
  readonly json: boolean;
}

/**
 * Writes the runs as a static site: `index.html` is the leaderboard, `runs/<run>/` are the pages of each run. All links are
 * relative; the same runs give the same bytes; nothing of the machine stands in it.
 *
 * @throws UserError if there is no run, one is damaged, or `out` holds something else
 */
export async function writeSite(io: Io, { dirs, out, json }: SiteRequest): Promise<void> {
  const folders = runFolders(io, dirs);
  const records = await Promise.all(folders.map(readRun));
  const secrets = machineSecrets(io, records);
  const plan = planSite(records.map((run) => publicRun(run, secrets)));
  const target = resolve(io.cwd, out);
  await replaceFolder(target, folders, (folder) => writePages(io, plan, folder));
  const page = nearPath(io, join(target, "index.html"));
  if (json) io.out(`${JSON.stringify({ site: page, runs: plan.runs.length, boards: plan.boards.length })}\n`);
  io.err(`Site: ${page}\n`);
}

/** Run folders in the order given, those of one folder by name, each once. */
function runFolders(io: Io, dirs: readonly string[]): readonly string[] {
  const found = dirs.flatMap((dir) => {
    const path = resolve(io.cwd, dir);
    const runs = existsSync(path) ? findRuns(realpathSync(path)) : [];
    if (runs.length === 0) throw new UserError(`${dir} is no run folder (it has no run.json), and holds none.`);
    return runs.map((run) => run.dir);
  });
  return [...new Set(found)];
}

async function writePages(io: Io, plan: SitePlan, folder: string): Promise<void> {
  for (const [i, { run, ranking, folder: name }] of plan.runs.entries()) {
    const show = (done: number, total: number): void => {
      if (io.isTty) io.err(`\rRun ${i + 1}/${plan.runs.length}: ${done}/${total} pages\u001b[K`);
    };
    await writeReport(run, ranking, show, join(folder, name));
  }
  if (io.isTty) io.err("\r\u001b[K");
  const script = await pageScript();
  for (const [i, { file, board, modelPages }] of plan.boards.entries()) {
    const others = plan.boards.filter((_, j) => j !== i).map((other) => otherBoard(other, file));
    const modelHref = (model: string): string | null => {
      const href = modelPages.get(model) ?? null;
      return href !== null && existsSync(join(folder, file, "..", href)) ? href : null;
    };
    writeFileAtomic(join(folder, file), leaderboardPage({ board, others, modelHref, script }));
  }
  const site = { version: 1, benchmark: benchmarkVersion, runs: plan.runs.map(({ run }) => run.manifest.run) };
  writeFileAtomic(join(folder, siteFile), `${JSON.stringify(site, null, 2)}\n`);
}

function otherBoard({ file, board }: SiteBoard, from: string): { suite: string; benchmark: string; href: string } {
  const up = from.includes("/") ? "../" : "";
  return { suite: board.suite, benchmark: board.benchmark, href: up + file };
}
