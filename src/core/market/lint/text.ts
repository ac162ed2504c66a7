/** A time as findings say it: a date, with hours and minutes where it has any. */
export function timeText(time: number): string {
  if (!Number.isFinite(time)) return "no time";
  const text = new Date(time).toISOString();
  return time % 86_400_000 === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** A number in at most six significant digits, without the zeros at its end. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "nothing";
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "infinite";
}

/** `1 bar`, `7 bars`, `1,246 bars`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A share in percent: two digits, `0.05 %`. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}
