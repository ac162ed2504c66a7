import { type ExchangeHours, exchangeHours } from "../../calendars/exchange-hours.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";

const assumedZone: RuleOfLint = {
  id: "assumed-zone",
  level: "warning",
  meaning:
    "Nothing says which clock the times are of: they were taken for UTC, and an exchange's own clock is likelier.",
  advice: "Add it with --timezone and the clock of the file, e.g. America/New_York; --timezone UTC if it is that.",
  repair: "none",
};

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Bars of extended hours in America: 4:00 to 20:00 in New York (nyse.com, nasdaqtrader.com). */
const extended: readonly (readonly [zone: string, hours: ExchangeHours])[] = [
  ["America/New_York", { exchange: "New York with its extended hours", opens: 4 * 60, closes: 20 * 60 }],
];

/** When most days begin and end on the clock of the times: minutes of the day, the end that of the last bar. */
export function usualDay({ time, length, stepMs }: MarketView): { readonly begins: number; readonly ends: number } {
  const begins = new Map<number, number>();
  const ends = new Map<number, number>();
  const count = (counts: Map<number, number>, at: number, later: number): void => {
    const minute = (at - Math.floor(at / dayMs) * dayMs + later) / minuteMs;
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
  };
  for (let t = 0; t < length; t++) {
    const day = Math.floor((time[t] as number) / dayMs);
    if (t === 0 || Math.floor((time[t - 1] as number) / dayMs) !== day) count(begins, time[t] as number, 0);
    if (t === length - 1 || Math.floor((time[t + 1] as number) / dayMs) !== day) count(ends, time[t] as number, stepMs);
  }
  return { begins: commonest(begins), ends: commonest(ends) };
}

function commonest(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = 0;
  for (const [minute, count] of counts) if (count > most) [best, most] = [minute, count];
  return best;
}

/**
 * Exchanges whose days on their own clocks begin and end like these: the first bar bears the opening or the whole step beside it;
 * where none does, its end.
 */
function fitting(begins: number, ends: number, stepMs: number): readonly (readonly [string, ExchangeHours])[] {
  const step = stepMs / minuteMs;
  const fits = [...Object.entries(exchangeHours), ...extended].filter(
    ([, { closes }]) => ends >= closes - 60 && ends <= closes + Math.max(20, step),
  );
  const byOpening = fits.filter(([, { opens }]) =>
    [opens, Math.floor(opens / step) * step, Math.ceil(opens / step) * step].includes(begins),
  );
  return byOpening.length > 0 ? byOpening : fits.filter(([, { opens }]) => begins === opens + step);
}

/** Intraday bars of an exchange whose clock nobody has named: the hours of its days tell whose they may be. */
export const assumedZoneCheck: LintCheck = {
  rules: [assumedZone],
  check(view) {
    if (view.facts.timezoneAssumed !== true || view.daily || view.session !== "exchange" || view.length < 2) return [];
    const { begins, ends } = usualDay(view);
    const [first, ...others] = fitting(begins, ends, view.stepMs);
    const day = `no clock is stated, UTC was taken; days run from ${clockText(begins)} to ${clockText(ends)}`;
    if (first === undefined)
      return [finding(view.raw, assumedZone, { found: `${day}, the hours of no exchange in UTC` })];
    const [zone, { exchange }] = first;
    const also = others.length === 0 ? "" : ` (and of ${others.map(([, hours]) => hours.exchange).join(", ")})`;
    return [
      finding(view.raw, assumedZone, {
        found: `${day}, the hours of ${exchange}${also}`,
        advice: `Add it with --timezone ${zone} if its clock is that, with --timezone UTC if it is not.`,
      }),
    ];
  },
};

function clockText(minute: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(minute / 60)}:${two(minute % 60)}`;
}
