import { resolve } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { benchmarkVersion } from "../../core/version.ts";
import { type MarketPageInput, marketPage } from "../../report/market-page.ts";
import type { Io } from "../io.ts";

/** Writes the page of a market to `file`, relative to the working folder. */
export async function writeMarketPage(
  io: Io,
  file: string,
  input: Omit<MarketPageInput, "benchmark" | "script">,
): Promise<void> {
  writeFileAtomic(
    resolve(io.cwd, file),
    marketPage({ ...input, benchmark: benchmarkVersion, script: await pageScript() }),
  );
  io.err(`Page: ${file}\n`);
}
