import { readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { benchmarkVersion } from "../../core/version.ts";
import type { MarketBacktest } from "../../report/backtest/analyse-market.ts";
import { backtestPage } from "../../report/backtest-page.ts";
import type { Io } from "../io.ts";
import { marketTitles } from "./market-titles.ts";

/** A back-test that is to be shown, and where. */
export interface BacktestPageRequest extends MarketBacktest {
  /** The page to write, relative to the working folder. */
  readonly html: string;
  /** The strategy or the positions, relative to the working folder. */
  readonly file: string;
  /** What the page calls it. */
  readonly name: string;
  readonly market: string;
}

/** Writes the page of one back-test. */
export async function writeBacktestPage(io: Io, request: BacktestPageRequest): Promise<void> {
  const { html, file, name, market, bars, positions, options, result } = request;
  const text = backtestPage({
    ...{ name, file, bars, positions, options, result },
    market: marketTitles([market])[0] ?? market,
    code: extname(file).toLowerCase() === ".csv" ? null : readFileSync(resolve(io.cwd, file), "utf8"),
    benchmark: benchmarkVersion,
    script: await pageScript(),
  });
  writeFileAtomic(resolve(io.cwd, html), text);
  io.err(`Page: ${html}\n`);
}
