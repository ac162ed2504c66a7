import { type ExchangeHours, exchangeHours } from "../../calendars/exchange-hours.ts";
import { zoneOffset } from "../../calendars/zone-offset.ts";
import type { MarketFinding } from "../../market-finding.ts";
import { finding } from "../finding.ts";
import type { LintCheck, RuleOfLint } from "../lint-rule.ts";
import type { MarketView } from "../market-view.ts";
import { counted, percent, timeText } from "../text.ts";

const timeZone: RuleOfLint = {
  id: "time-zone",
  level: "warning",
  meaning:
    "Trading is busiest at hours at which the market of the stated zone is closed: the times are those of another zone.",
  advice:
    "State the zone in which the file's times were written; files in UTC and at a broker's clock are the usual cases.",
  repair: "none",
};

const extendedHours: RuleOfLint = {
  id: "extended-hours",
  level: "note",
  meaning: "There are bars before the opening and after the close of the exchange.",
  advice: "Few trade there: cut them off unless the strategy is meant to.",
  repair: "none",
};

const dayMs = 86_400_000;
const minuteMs = 60_000;
const quarter = 15 * minuteMs;
const quarters = 96;

/** Activity by quarter of an hour of the local day: volume, or where it is unknown the range, as shares of the whole. */
function activity(view: MarketView, offset: (time: number) => number): Float64Array {
  const out = new Float64Array(quarters);
  const { time, volume, high, low, length } = view;
  let known = 0;
  for (let t = 0; t < length; t++) if ((volume[t] as number) > 0) known += 1;
  const byVolume = known * 2 > length;
  let sum = 0;
  for (let t = 0; t < length; t++) {
    const at = time[t] as number;
    const local = at + offset(at);
    const place = Math.floor((local - Math.floor(local / dayMs) * dayMs) / quarter);
    const size = byVolume ? (volume[t] as number) : Math.log((high[t] as number) / (low[t] as number));
    if (!(size > 0)) continue;
    out[place] = (out[place] as number) + size;
    sum += size;
  }
  return sum > 0 ? out.map((size) => size / sum) : out;
}

/** Share of the activity inside regular hours if the clock were `shift` quarters ahead. */
function inside(profile: Float64Array, hours: ExchangeHours, shift: number, step: number): number {
  let share = 0;
  for (let place = 0; place < quarters; place++) {
    const minute = ((place + shift + quarters) % quarters) * 15;
    // A bar that holds the opening begins before it; the closing auction ends a quarter after the close.
    if (minute + Math.max(15, step) > hours.opens && minute < hours.closes + 15) share += profile[place] as number;
  }
  return share;
}

/** Hours by which the clock is off: the shift that brings most activity into the session, if that is far more than none does. */
function zoneShift(profile: Float64Array, hours: ExchangeHours, step: number): { hours: number; now: number } {
  const now = inside(profile, hours, 0, step);
  let best = { hours: 0, now };
  let most = now + 0.15;
  for (let shift = -12; shift <= 12; shift++) {
    const share = inside(profile, hours, shift * 4, step);
    if (share > most + (Math.abs(shift) > Math.abs(best.hours) ? 0.001 : 0)) {
      most = share;
      best = { hours: -shift, now };
    }
  }
  return best;
}

function exchangeFindings(view: MarketView): readonly MarketFinding[] {
  const hours = exchangeHours[view.facts.timezone];
  const offset = zoneOffset(view.facts.timezone);
  if (hours === undefined || offset === undefined || view.facts.synthetic === true) return [];
  const profile = activity(view, offset);
  const step = view.stepMs / minuteMs;
  const { hours: shift, now } = zoneShift(profile, hours, step);
  if (shift !== 0) {
    const size = `${counted(Math.abs(shift), "hour")} ${shift > 0 ? "late" : "early"}`;
    const found = `only ${percent(now)} of the activity falls into the hours of ${hours.exchange}: times are about ${size}`;
    return [finding(view.raw, timeZone, { found })];
  }
  const places: number[] = [];
  for (let t = 0; t < view.length; t++) {
    const at = view.time[t] as number;
    const local = at + offset(at);
    const minute = (local - Math.floor(local / dayMs) * dayMs) / minuteMs;
    if (minute + step <= hours.opens || minute >= hours.closes + 15) places.push(t);
  }
  if (places.length < 0.01 * view.length) return [];
  const share = percent(places.length / view.length);
  return [
    finding(view.raw, extendedHours, {
      rows: places.map((t) => view.row[t] as number).sort((a, b) => a - b),
      found: `${counted(places.length, "bar")} (${share}) outside the hours of ${hours.exchange}`,
    }),
  ];
}

/** Minutes from Friday 17:00 in New York, the close of the week in currencies, to the last bar before each weekend: their median. */
function weekCloses(view: MarketView): readonly number[] {
  const offset = zoneOffset("America/New_York");
  const out: number[] = [];
  if (offset === undefined) return out;
  for (let t = 1; t < view.length; t++) {
    const pause = (view.time[t] as number) - (view.time[t - 1] as number);
    // A weekend is two days; a holiday beside it would move the opening.
    if (pause < 1.8 * dayMs || pause > 2.3 * dayMs) continue;
    const opens = (view.time[t] as number) + offset(view.time[t] as number);
    const sunday = Math.floor((opens / dayMs - 3) / 7) * 7 * dayMs + 3 * dayMs;
    const late = (opens - sunday) / minuteMs - 17 * 60;
    out.push(late > 3.5 * 1440 ? late - 7 * 1440 : late);
  }
  return out;
}

/** The market of currencies opens on Sunday at 17:00 in New York, all year round (ISDA business day convention of the spot market). */
function weekFindings(view: MarketView): readonly MarketFinding[] {
  const late = [...weekCloses(view)].sort((a, b) => a - b);
  const middle = late[late.length >> 1];
  if (middle === undefined || late.length < 3 || Math.abs(middle) < 90) return [];
  const size = `${counted(Math.round(Math.abs(middle) / 60), "hour")} ${middle > 0 ? "late" : "early"}`;
  const first = timeText(view.time[0] as number);
  return [
    finding(view.raw, timeZone, {
      found: `weeks open ${size} of Sunday 17:00 in New York (from ${first}): times are off by about as much`,
    }),
  ];
}

/** Intraday bars against the hours of their market. */
export const sessionHoursCheck: LintCheck = {
  rules: [timeZone, extendedHours],
  check(view) {
    if (view.daily || view.length < 50) return [];
    if (view.session === "exchange") return exchangeFindings(view);
    return view.session === "week" && view.facts.synthetic !== true ? weekFindings(view) : [];
  },
};
