import { UserError } from "../../../core/failure.ts";
import { intervalMs, modalStep, stepCounts } from "../../../core/market/lint/bar-steps.ts";

const dayMs = 86_400_000;
const units = [
  ["w", 7 * dayMs],
  ["d", dayMs],
  ["h", 3_600_000],
  ["m", 60_000],
] as const;

/** Milliseconds of an interval that an option or a file's name gives. Throws `UserError` for what is none. */
export function statedIntervalMs(interval: string): number {
  const ms = intervalMs(interval);
  if (Number.isNaN(ms)) throw new UserError(`no interval "${interval}"; wanted e.g. 1m, 5m, 1h, 4h, 1d, 1w`);
  return ms;
}

/** Months, quarters and years, which are of several lengths: shortest and longest in days (between last sessions), and the name. */
const calendarSteps = [
  [28, 34, "30d"],
  [88, 95, "91d"],
  [360, 370, "365d"],
] as const;

/** An interval as text; null where it is no whole number of minutes. Months are `30d`, quarters `91d`, years `365d`. */
export function intervalOf(ms: number): string | null {
  const days = ms / dayMs;
  const named = calendarSteps.find(([least, most]) => days >= least && days <= most);
  if (named !== undefined) return named[2];
  const unit = units.find(([, length]) => ms >= length && ms % length === 0);
  return unit === undefined ? null : `${ms / unit[1]}${unit[0]}`;
}

/** The commonest step between neighbouring times, which may stand in any order and twice, in ms; NaN with fewer than two. */
export function commonestStep(times: Float64Array): number {
  const known = times.filter((time) => !Number.isNaN(time));
  const sorted = known.every((time, t) => t === 0 || time >= (known[t - 1] as number)) ? known : known.sort();
  const steps = new Map(stepCounts(sorted));
  steps.delete(0);
  return modalStep(steps);
}
