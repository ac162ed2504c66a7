import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { benchmarkVersion } from "../../core/version.ts";
import type { PortfolioMade } from "../../report/backtest/analyse-portfolio.ts";
import { portfolioPage } from "../../report/portfolio-page.ts";
import { holdEqualShares } from "../backtest/hold-equal-shares.ts";
import type { Io } from "../io.ts";
import { marketTitles } from "./market-titles.ts";

/** A back-test of a portfolio that is to be shown, and where. */
export interface PortfolioPageRequest extends Omit<PortfolioMade, "held"> {
  /** The page to write, relative to the working folder. */
  readonly html: string;
  /** The strategy, relative to the working folder. */
  readonly file: string;
  /** What the page calls it. */
  readonly name: string;
  readonly markets: readonly string[];
}

/** Writes the page of one portfolio. */
export async function writePortfolioPage(io: Io, request: PortfolioPageRequest): Promise<void> {
  const { html, file, name, markets, aligned, positions, options, result } = request;
  const text = portfolioPage({
    ...{ name, file, aligned, positions, options, result },
    markets: marketTitles(markets),
    held: holdEqualShares(aligned, options),
    code: readFileSync(resolve(io.cwd, file), "utf8"),
    benchmark: benchmarkVersion,
    script: await pageScript(),
  });
  writeFileAtomic(resolve(io.cwd, html), text);
  io.err(`Page: ${html}\n`);
}
