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
  const format = timeFormatter(isDaily(bars.time));
  const parts: string[] = [];
  let lines = [barColumns.join(",")];
  for (let t = 0; t < bars.length; t++) {
    // A million lines joined at once hold ten times the memory of the text.
    if (lines.length === 4096) {
      parts.push(lines.join("\n"));
      lines = [];
    }
    const volume = bars.volume[t] as number;
    const prices = `${bars.open[t]},${bars.high[t]},${bars.low[t]},${bars.close[t]}`;
    lines.push(`${format(bars.time[t] as number)},${prices},${Number.isNaN(volume) ? "" : volume}`);
  }
  parts.push(lines.join("\n"));
  return `${parts.join("\n")}\n`;
}

/** `formatTime` for times that follow one another: the date is made once a day. */
function timeFormatter(daily: boolean): (time: number) => string {
  let midnight = Number.NaN;
  let date = "";
  return (time) => {
    const clock = time - midnight;
    if (!(clock >= 0 && clock < dayMs)) {
      midnight = Math.floor(time / dayMs) * dayMs;
      date = formatTime(midnight, true);
    }
    if (daily) return date;
    const seconds = Math.floor((time - midnight) / 1000);
    return `${date}T${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}Z`;
  };
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
