import { join } from "node:path";
import type { PageScript } from "../../adapters/page-script.ts";
import { attemptPath } from "../../adapters/run-folder/file-names.ts";
import { readCurves, readTaskPaths } from "../../adapters/run-folder.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import type { Attempt } from "../../core/attempt.ts";
import { attemptPage } from "../../report/attempt-page.ts";
import { analysePath } from "../../report/parts/path-analysis.ts";
import { type PathMarket, pathMarket } from "../../report/parts/path-market.ts";
import { mostTrades } from "../../report/parts/trades-table.ts";
import { pageFiles } from "./run-links.ts";
import { tradesCsv } from "./trades-csv.ts";

/** Of which run pages are made. Plain data: it crosses into threads. */
export interface AttemptSource {
  readonly dir: string;
  /** Folder that the pages are written into; the run's own unless given. */
  readonly out?: string;
  readonly run: string;
  readonly benchmark: string;
  /** The other pages of the run, from its folder with slashes: what may be linked to. */
  readonly pages: readonly string[];
  readonly script: PageScript;
}

/** The files of one attempt; null where there is none. */
export interface AttemptFiles {
  readonly html: string;
  readonly code: string | null;
  /** All trades of all paths as CSV, where the page does not show them all. */
  readonly trades: string | null;
}

/** The paths of a task, ready for any number of attempts; none where the run stored none. */
export async function taskMarkets(dir: string, task: string): Promise<readonly PathMarket[]> {
  const stored = (await readTaskPaths(dir, task))?.paths ?? [];
  return stored.filter((path) => path.open !== undefined).map(pathMarket);
}

/** Makes the files of one attempt from what the run stored: the same run gives the same bytes. */
export async function attemptFiles(
  source: AttemptSource,
  attempt: Attempt,
  markets: readonly PathMarket[],
): Promise<AttemptFiles> {
  const { dir, run, benchmark, pages, script } = source;
  const answers = (await readCurves(dir, attempt))?.paths ?? [];
  const name = `${attempt.lang}-${attempt.attempt}`;
  const analyses = answers.flatMap((answer) => {
    const market = markets.find((one) => one.path === answer.path);
    return (market === undefined ? null : analysePath(market, answer)) ?? [];
  });
  const cut = analyses.some((path) => path.trades.length > mostTrades);
  const linked = (file: string): string | null => (pages.includes(file) ? `../../../${file}` : null);
  const html = attemptPage({
    attempt,
    run,
    benchmark,
    answers,
    analyses,
    markets,
    home: "../../../index.html",
    modelPage: linked(pageFiles.model(attempt.model)),
    taskPage: linked(pageFiles.task(attempt.task)),
    codeFile: attempt.code === null ? null : `${name}.ts`,
    tradesFile: cut ? `${name}.trades.csv` : null,
    script,
  });
  return { html, code: attempt.code, trades: cut ? tradesCsv(analyses) : null };
}

/** Writes the files of one attempt, each whole or not at all. */
export async function writeAttempt(
  source: AttemptSource,
  attempt: Attempt,
  markets: readonly PathMarket[],
): Promise<void> {
  const file = join(source.out ?? source.dir, "strategies", attemptPath(attempt));
  const { html, code, trades } = await attemptFiles(source, attempt, markets);
  if (code !== null) writeFileAtomic(`${file}.ts`, code, false);
  if (trades !== null) writeFileAtomic(`${file}.trades.csv`, trades, false);
  writeFileAtomic(`${file}.html`, html, false);
}
