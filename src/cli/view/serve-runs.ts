import { statSync } from "node:fs";
import { resolve } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { UserError } from "../../core/failure.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { missingPage } from "../../report/missing-page.ts";
import { openViewer } from "../../web/viewer.ts";
import type { Io } from "../io.ts";
import { nearPath } from "../run/show-run.ts";
import { findRuns } from "./find-runs.ts";
import { openRunsSource } from "./viewer-source.ts";

/** What is to be served. */
export interface ServeRequest {
  /** Folder of run folders, or one run folder; relative to the working folder. */
  readonly dir: string;
  /** From 0 (the system's choice) to 65,535. */
  readonly port: number;
  readonly json: boolean;
}

/** Where runs are written unless another folder is named. */
export const usualFolder = "reports";

/**
 * Serves the runs of a folder until Ctrl-C.
 *
 * @throws UserError if the folder is a file, or the port is in use
 */
export async function serveRuns(io: Io, { dir, port, json }: ServeRequest): Promise<void> {
  const root = resolve(io.cwd, dir);
  const found = statSync(root, { throwIfNoEntry: false });
  // The usual folder is made by the first run: until then the list is empty.
  if (found === undefined ? dir !== usualFolder : !found.isDirectory()) {
    const what = found === undefined ? "There is no folder" : "This is a file:";
    throw new UserError(`${what} ${dir}. Give a run folder, or the folder that holds them.`);
  }
  const script = await pageScript();
  const source = openRunsSource(root, script);
  const viewer = await openViewer({
    source,
    port,
    missing: missingPage({ benchmark: benchmarkVersion, script }),
    onFault: (error) => io.err(`${error instanceof Error ? error.stack : error}\n`),
  });
  const runs = findRuns(root).length;
  if (json) io.out(`${JSON.stringify({ url: viewer.url, port: viewer.port, runs })}\n`);
  else io.out(`${viewer.url}\n`);
  io.err(
    `Serving ${runs} run${runs === 1 ? "" : "s"} of ${nearPath(io, root)} on this machine only. Ctrl-C ends it.\n`,
  );
  // The list is made ready while the reader's browser opens.
  void source.summaries().catch(() => {});
  await aborted(io.signal);
  await viewer.close();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
