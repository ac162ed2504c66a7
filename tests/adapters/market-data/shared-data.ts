import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of real test data beside the repository. */
export const sharedData: string = join(import.meta.dirname, "../../../../shared/market-data");

/**
 * True where tests on real data must be left out: the data is not there. On CI it is never true, so that those tests fail
 * rather than vanish.
 */
export const withoutSharedData: boolean = !existsSync(join(sharedData, "MANIFEST.json")) && !process.env["CI"];

if (withoutSharedData) console.warn("tests on real markets are left out: ../shared/market-data is not there");

/** One file of the test data, as its manifest knows it. */
export interface SharedFile {
  readonly file: string;
  readonly rows: number;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  readonly first: string;
  readonly last: string;
}

/** The nine clean markets. */
export function sharedMarkets(): readonly SharedFile[] {
  if (withoutSharedData) return [];
  const manifest = JSON.parse(readFileSync(join(sharedData, "MANIFEST.json"), "utf8")) as { entries: SharedFile[] };
  return manifest.entries.filter((entry) => entry.file.startsWith("markets/"));
}
