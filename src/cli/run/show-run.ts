import { join, relative } from "node:path";
import type { Io } from "../io.ts";
import { rankingTable } from "../ranking-table.ts";
import { writeReport } from "../report/write-report.ts";
import { rankRun } from "./finish-run.ts";

/** Ranks a stored run, writes its report, and shows the table and where the report is. */
export async function showRun(io: Io, dir: string, json: boolean): Promise<void> {
  const { run, ranking } = await rankRun(dir);
  await writeReport(run, ranking, (done, total) => {
    if (io.isTty) io.err(`\rReport: ${done}/${total} pages${done === total ? "\n" : ""}`);
  });
  const page = relative(io.cwd, join(dir, "index.html"));
  if (json) io.out(`${JSON.stringify({ kind: "done", run: ranking.run, dir: relative(io.cwd, dir), report: page })}\n`);
  else io.out(`${rankingTable(ranking, { color: io.color })}\n`);
  if (ranking.models.some((row) => row.notAttempted > 0)) {
    io.err(`Some calls got no answer. Ask again: walkforward run --resume ${relative(io.cwd, dir)} --retry-errors\n`);
  }
  io.err(`Report: ${page}\n`);
}
