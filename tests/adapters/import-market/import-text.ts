import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ImportedMarket, type ImportOptions, importMarket } from "../../../src/adapters/import-market.ts";

/** Imports bytes or text as a file of the given name; the file is gone afterwards. */
export async function importText(
  content: string | Uint8Array,
  options: Partial<ImportOptions> & { readonly file?: string } = {},
): Promise<ImportedMarket> {
  const { file = "prices.csv", ...rest } = options;
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  try {
    writeFileSync(join(folder, file), content);
    return await importMarket(join(folder, file), { name: file, ...rest });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One bar as a line: time (a plain date for midnights of a daily file), prices and volume. */
export function barText({ bars, understood }: ImportedMarket, t: number): string {
  const time = new Date(bars.time[t] as number).toISOString();
  const isDay = understood.interval.value === null || /[dw]$/.test(understood.interval.value);
  const stamp = isDay && time.endsWith("T00:00:00.000Z") ? time.slice(0, 10) : time.replace(":00.000Z", "Z");
  const numbers = [bars.open, bars.high, bars.low, bars.close, bars.volume].map((column) => column[t]);
  return [stamp, ...numbers].join(" ");
}
