import { UserError } from "../../core/failure.ts";
import { basketPresets } from "../../core/market/basket-presets.ts";
import type { BasketSpec } from "../../core/market/basket-spec.ts";
import { marketPresets } from "../../core/market/market-presets.ts";
import type { MarketSpec } from "../../core/market/market-spec.ts";
import { nearestName } from "../../core/nearest-name.ts";

/** What `data synth` was asked for, as typed. */
export interface SynthRequest {
  readonly id?: string;
  readonly class?: string;
  readonly interval: string;
  readonly bars?: string;
  readonly seed?: string;
}

const presets: Readonly<Record<string, MarketSpec | BasketSpec>> = { ...marketPresets, ...basketPresets };
const ids: readonly string[] = Object.keys(presets);

/**
 * The specification of a request: that of a committed dataset, by its id or by class and interval, with the bars and the seed that
 * were asked for. Throws `UserError` for a wrong option, with what there is.
 */
export function synthSpec(request: SynthRequest): {
  readonly id: string;
  readonly spec: MarketSpec | BasketSpec;
} {
  const preset = choosePreset(request);
  const base = presets[preset] as MarketSpec | BasketSpec;
  const id = request.id ?? preset;
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(id)) {
    throw new UserError(`--id "${id}": wanted lower-case letters, digits and hyphens`);
  }
  return { id, spec: { ...base, seed: request.seed ?? base.seed, bars: parseBars(request.bars) ?? base.bars } };
}

function choosePreset({ id, class: wanted, interval }: SynthRequest): string {
  if (wanted === undefined) {
    if (id !== undefined && ids.includes(id)) return id;
    const near = id === undefined ? null : nearestName(id, ids);
    const advice = near === null ? `give --class, or one of ${ids.join(", ")} as --id` : `did you mean ${near}?`;
    throw new UserError(
      `no --class${id === undefined ? "" : `, and "${id}" is none of the committed datasets`}: ${advice}`,
    );
  }
  const found = ids.find((preset) => presets[preset]?.class === wanted && presets[preset]?.interval === interval);
  if (found !== undefined) return found;
  const there = ids.map((preset) => `${presets[preset]?.class} ${presets[preset]?.interval}`);
  throw new UserError(`no synthetic market of class ${wanted}, interval ${interval}: there are ${there.join(", ")}`);
}

function parseBars(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bars = Number(text);
  if (Number.isInteger(bars) && bars >= 100 && bars <= 1_000_000) return bars;
  throw new UserError(`--bars "${text}": wanted a whole number from 100 to 1000000`);
}
