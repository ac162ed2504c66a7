import { type Bars, barColumns } from "../bars.ts";

const dayMs = 86_400_000;

/** A time as a canonical CSV writes it: a plain date where `daily`, else ISO-8601 UTC to the second. */
export function formatTime(time: number, daily: boolean): string {
  const text = new Date(time).toISOString();
  return daily ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}

/** True if every bar opens at midnight UTC: such times are written as plain dates. */
export function isDaily(time: ArrayLike<number>): boolean {
  for (let t = 0; t < time.length; t++) if ((time[t] as number) % dayMs !== 0) return false;
  return true;
}

/** The canonical CSV of bars: header, oldest bar first, shortest decimals that read back the same, LF, volume empty if unknown. */
export function formatCsv(bars: Bars): string {
  const daily = isDaily(bars.time);
  const lines = [barColumns.join(",")];
  for (let t = 0; t < bars.length; t++) {
    const volume = bars.volume[t] as number;
    const prices = `${bars.open[t]},${bars.high[t]},${bars.low[t]},${bars.close[t]}`;
    lines.push(`${formatTime(bars.time[t] as number, daily)},${prices},${Number.isNaN(volume) ? "" : volume}`);
  }
  return `${lines.join("\n")}\n`;
}
