import { UserError } from "../../../core/failure.ts";

const units = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

/** Milliseconds of an interval such as `5m`, `1h`, `1d`, `1w`. Throws `UserError` for anything else. */
export function intervalMs(interval: string): number {
  const match = /^([1-9]\d{0,3})([mhdw])$/.exec(interval);
  if (match === null) throw new UserError(`no interval "${interval}"; wanted e.g. 1m, 5m, 1h, 4h, 1d, 1w`);
  return Number(match[1]) * units[match[2] as keyof typeof units];
}

/** An interval as text; null where it is no whole number of minutes. Months are 30 or 31 days, here 30d. */
export function intervalOf(ms: number): string | null {
  if (ms >= 28 * units.d && ms <= 31 * units.d) return "30d";
  const unit = (["w", "d", "h", "m"] as const).find((name) => ms >= units[name] && ms % units[name] === 0);
  return unit === undefined ? null : `${ms / units[unit]}${unit}`;
}

/** The commonest step between neighbouring times, in any order, in ms; NaN with fewer than two. Of equals the smaller. */
export function commonestStep(times: Float64Array): number {
  const sorted = times.filter((time) => !Number.isNaN(time)).sort();
  const counts = new Map<number, number>();
  for (let t = 1; t < sorted.length; t++) {
    const step = (sorted[t] as number) - (sorted[t - 1] as number);
    if (step > 0 && (counts.size < 10_000 || counts.has(step))) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let best = Number.NaN;
  let most = 0;
  for (const [step, count] of counts) {
    if (count > most || (count === most && step < best)) [best, most] = [step, count];
  }
  return best;
}
