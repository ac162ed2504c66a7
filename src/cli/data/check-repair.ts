import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceDataset } from "../../adapters/market-data/replace-dataset.ts";
import type { ResourceContent } from "../../adapters/market-data/resource-files.ts";
import { UserError } from "../../core/failure.ts";
import type { DataPackage, DataResource } from "../../core/market/data-package.ts";
import { formatCsv } from "../../core/market/format-csv.ts";
import { groupFindings } from "../../core/market/group-findings.ts";
import { rawOfBars } from "../../core/market/raw-of-bars.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import { repairMarket, safeRepairs } from "../../core/market/repair.ts";
import { adjustmentAfter } from "./add-package.ts";
import { type CheckedDataset, type CheckedInstrument, lintFactsOf } from "./check-market.ts";

/**
 * Mends what can be mended safely in the bars of a dataset, and exchanges its files for the mended ones in one step.
 *
 * @param also ids of rules that are mended on request
 * @returns what was done, by the symbols of the instruments; empty where there is nothing to mend
 * @throws UserError for a dataset whose files are not what its package states: mending would hide that
 */
export async function repairDataset(
  folder: string,
  { id, data, instruments }: CheckedDataset,
  also: readonly string[],
): Promise<ReadonlyMap<string, readonly Repair[]>> {
  const damaged = instruments.find(({ errors }) => errors.length > 0);
  if (data === null || damaged !== undefined) {
    throw new UserError(
      `${damaged?.errors[0] ?? id}\nNothing was mended: mending would hide what is wrong with the file.`,
    );
  }
  const done = new Map<string, readonly Repair[]>();
  const contents = new Map<string, ResourceContent>();
  const resources = instruments.map((instrument): DataResource => {
    const mended = repairInstrument(data, instrument, also);
    if (mended === null) return instrument.check.resource;
    done.set(instrument.symbol, mended.repairs);
    contents.set(mended.resource.name, { csv: mended.csv, original: null });
    return mended.resource;
  });
  if (done.size === 0) return done;
  const before = await readFile(join(folder, id, "datapackage.json"), "utf8");
  // As it stands there, with fields of Frictionless that we do not know.
  const stored = JSON.parse(before) as DataPackage;
  const adjustment = adjustmentAfter(stored.walkforward.adjustment, [...done.values()].flat());
  const walkforward = { ...stored.walkforward, adjustment };
  replaceDataset(folder, { data: { ...stored, resources, walkforward }, contents }, before);
  return done;
}

function repairInstrument(
  data: DataPackage,
  { bars, check }: CheckedInstrument,
  also: readonly string[],
): { readonly resource: DataResource; readonly csv: string; readonly repairs: readonly Repair[] } | null {
  if (bars === null) return null;
  const mended = repairMarket(rawOfBars(bars), lintFactsOf(data), { rules: [...safeRepairs, ...also] });
  if (mended.repairs.length === 0) return null;
  const csv = formatCsv(mended.bars);
  const { resource } = check;
  const facts = {
    ...resource.walkforward,
    bars: mended.bars.length,
    repairs: [...(resource.walkforward.repairs ?? []), ...mended.repairs],
    findings: groupFindings(mended.remaining).map(({ rule, level, bars: count }) => ({ rule, level, count })),
  };
  const hash = `sha256:${createHash("sha256").update(csv).digest("hex")}`;
  return {
    resource: { ...resource, hash, bytes: Buffer.byteLength(csv), walkforward: facts },
    csv,
    repairs: mended.repairs,
  };
}
