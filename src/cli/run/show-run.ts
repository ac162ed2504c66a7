import { join, relative } from "node:path";
import type { RunRecord } from "../../adapters/run-folder.ts";
import type { RankingRow } from "../../core/ranking/ranking.ts";
import type { Io } from "../io.ts";
import { rankingTable } from "../ranking-table.ts";
import { writeReport } from "../report/write-report.ts";
import { rankRun } from "./finish-run.ts";

/** Ranks a stored run, shows the table, writes the report, and shows where it is. */
export async function showRun(io: Io, dir: string, json: boolean): Promise<void> {
  const { run, ranking } = await rankRun(dir);
  if (!json) io.out(`${rankingTable(ranking, { color: io.color, columns: io.columns })}\n`);
  explainGaps(io, dir, run, ranking.models);
  await writeReport(run, ranking, (done, total) => {
    if (io.isTty) io.err(`\rReport: ${done}/${total} pages${done === total ? "\r\u001b[K" : ""}`);
  });
  const page = nearPath(io, join(dir, "index.html"));
  if (json) io.out(`${JSON.stringify({ kind: "done", run: ranking.run, dir: nearPath(io, dir), report: page })}\n`);
  io.err(`Report: ${page}\n`);
}

/** Why calls got no answer, by model, and how to ask again. */
function explainGaps(io: Io, dir: string, run: RunRecord, rows: readonly RankingRow[]): void {
  const gaps = rows.filter((row) => row.notAttempted > 0);
  if (gaps.length === 0) return;
  const failed = [...run.attempts, ...run.answers].filter((record) => record.notAttempted !== null);
  for (const { model, notAttempted } of gaps) {
    const why = failed.find((record) => record.model === model)?.notAttempted;
    io.err(`${model}: ${notAttempted} call${notAttempted === 1 ? "" : "s"} got no answer. The first: ${why}\n`);
  }
  io.err(`Ask again: walkforward run --resume ${nearPath(io, dir)} --retry-errors\n`);
}

/** A path as a user would write it: relative below the current folder, else in full. */
export function nearPath(io: Pick<Io, "cwd">, path: string): string {
  const near = relative(io.cwd, path);
  return near.startsWith("..") ? path : near || ".";
}
