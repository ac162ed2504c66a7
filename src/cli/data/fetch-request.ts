import { dayMs, isoDay, parseDay } from "../../adapters/fetch-market/days.ts";
import type { FetchPreset, FetchRequest } from "../../adapters/fetch-market/preset.ts";
import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";

/** What of a request is typed. */
export interface TypedRequest {
  readonly symbol?: string;
  readonly interval?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * The request that options of `data fetch` mean.
 *
 * @param nowEpochMs the time it is, milliseconds UTC
 * @throws UserError for a symbol, interval or day that cannot be
 */
export function fetchRequest(preset: FetchPreset, typed: TypedRequest, nowEpochMs: number): FetchRequest {
  const today = Math.floor(nowEpochMs / dayMs) * dayMs;
  const symbol = preset.symbolOf(typed.symbol ?? preset.symbol);
  if (symbol === null) {
    throw new UserError(`--symbol "${typed.symbol}": cannot be a symbol of ${preset.id}, which has ${preset.symbols}`);
  }
  const interval = intervalOf(preset, typed.interval);
  const from = dayOf("--from", typed.from);
  const to = dayOf("--to", typed.to);
  if (from !== null && from > today) throw new UserError(`--from ${isoDay(from)} is in the future`);
  if (from !== null && to !== null && from > to) {
    throw new UserError(`--from ${isoDay(from)} is after --to ${isoDay(to)}`);
  }
  return { symbol, interval, from, to, today };
}

/** Id of a dataset where none is given: `binance-btcusdt-1d`. */
export function usualId(preset: FetchPreset, { symbol, interval }: FetchRequest): string {
  const name = symbol.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${preset.id}-${name.replace(/^-|-$/g, "")}-${interval}`;
}

function intervalOf({ id, intervals }: FetchPreset, typed: string | undefined): string {
  const usual = intervals[0] ?? "1d";
  if (typed === undefined || intervals.includes(typed)) return typed ?? usual;
  const near = nearestName(typed, intervals);
  throw new UserError(
    `--interval "${typed}": ${id} has ${intervals.join(", ")}${near === null ? "" : `. Did you mean ${near}?`}`,
  );
}

function dayOf(option: string, typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const day = parseDay(typed);
  if (Number.isNaN(day)) throw new UserError(`${option} "${typed}": wanted a day such as 2020-01-31`);
  return day;
}
