import { join } from "node:path";
import { listPackages, readPackage } from "../../adapters/market-data/read-package.ts";
import { makeSynthetic } from "../../adapters/market-data/synthetic-package.ts";
import { writePackage } from "../../adapters/market-data/write-package.ts";
import { UserError } from "../../core/failure.ts";
import { marketPresets, type PresetId, presetIds } from "../../core/market/market-presets.ts";
import { nearestName } from "../../core/nearest-name.ts";

/** What `data synth` was asked for, as typed. */
export interface SynthRequest {
  readonly id?: string;
  readonly class?: string;
  readonly interval: string;
  readonly bars?: string;
  readonly seed?: string;
}

/** What was written. */
export interface SynthResult {
  readonly id: string;
  readonly folder: string;
  readonly bars: number;
  readonly sha256: string;
}

/** Makes a synthetic dataset under `folder`. Throws `UserError` for a wrong option, or where other data would be overwritten. */
export async function writeSynthetic(request: SynthRequest, folder: string): Promise<SynthResult> {
  const preset = choosePreset(request);
  const id = request.id ?? preset;
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(id))
    throw new UserError(`--id "${id}": wanted lower-case letters, digits and hyphens`);
  const base = marketPresets[preset];
  const spec = { ...base, seed: request.seed ?? base.seed, bars: parseBars(request.bars) ?? base.bars };
  const { data, csv } = makeSynthetic(id, spec);
  const hash = data.resources[0]?.hash ?? "";
  const present = await listPackages(folder).catch((): readonly string[] => []);
  if (present.includes(id) && (await readPackage(folder, id)).resources[0]?.hash !== hash) {
    throw new UserError(
      `${id} is there already with other data: give another --id, or remove ${join(folder, id)} first`,
    );
  }
  writePackage(join(folder, id), data, [csv]);
  return { id, folder: join(folder, id), bars: spec.bars, sha256: hash.slice("sha256:".length) };
}

/** The committed dataset whose specification is taken: by its id, or by class and interval. */
function choosePreset({ id, class: wanted, interval }: SynthRequest): PresetId {
  if (wanted === undefined) {
    const named = presetIds.find((preset) => preset === id);
    if (named !== undefined) return named;
    const near = id === undefined ? null : nearestName(id, presetIds);
    const advice = near === null ? `give --class, or one of ${presetIds.join(", ")} as --id` : `did you mean ${near}?`;
    throw new UserError(
      `no --class${id === undefined ? "" : `, and "${id}" is none of the committed datasets`}: ${advice}`,
    );
  }
  const found = presetIds.find(
    (preset) => marketPresets[preset].class === wanted && marketPresets[preset].interval === interval,
  );
  if (found !== undefined) return found;
  const there = presetIds.map((preset) => `${marketPresets[preset].class} ${marketPresets[preset].interval}`);
  throw new UserError(`no synthetic market of class ${wanted}, interval ${interval}: there are ${there.join(", ")}`);
}

function parseBars(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bars = Number(text);
  if (Number.isInteger(bars) && bars >= 100 && bars <= 1_000_000) return bars;
  throw new UserError(`--bars "${text}": wanted a whole number from 100 to 1000000`);
}
