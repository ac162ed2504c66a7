import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { FetchPreset } from "./preset.ts";
import { binance } from "./presets/binance.ts";
import { cboe } from "./presets/cboe.ts";
import { fred } from "./presets/fred.ts";
import { kraken } from "./presets/kraken.ts";
import { stooq } from "./presets/stooq.ts";

/** The presets of `data fetch`, in alphabetical order. */
export const fetchPresets: readonly FetchPreset[] = [binance, cboe, fred, kraken, stooq];

/**
 * The preset of an id.
 *
 * @throws UserError for an id that none has, with the nearest one
 */
export function findPreset(id: string): FetchPreset {
  const found = fetchPresets.find((preset) => preset.id === id);
  if (found !== undefined) return found;
  const ids = fetchPresets.map((preset) => preset.id);
  const near = nearestName(id.toLowerCase(), ids);
  throw new UserError(`no preset "${id}": ${near === null ? `there are ${ids.join(", ")}` : `did you mean ${near}?`}`);
}
