import type { Bars } from "../bars.ts";
import type { Random } from "../random.ts";

const weekMs = 7 * 86_400_000;
const eraStart = Date.UTC(2000, 0, 1);
const eraEnd = Date.UTC(2040, 0, 1);

/** Uniform in the logarithm between `low` and `high`. */
function logUniform(low: number, high: number, random: Random): number {
  return low * (high / low) ** random.next();
}

/** Milliseconds of whole weeks that take the bars to a random place in 2000–2039; to 2000 where they are longer than that. */
function drawShift(time: Float64Array, random: Random): number {
  const first = Math.ceil((eraStart - (time[0] as number)) / weekMs);
  const last = Math.floor((eraEnd - 1 - (time[time.length - 1] as number)) / weekMs);
  return (first + random.int(Math.max(1, last - first + 1))) * weekMs;
}

/** The middle of the known volumes above 0; 1 where there are none. */
function typicalVolume(volume: Float64Array): number {
  const known = volume.filter((value) => value > 0).sort();
  return known[known.length >> 1] ?? 1;
}

/**
 * Takes from a market what names it: prices are multiplied so that the first close lies in 20 … 500, volume so that its
 * median lies in 1e4 … 1e7, and time is moved by whole weeks into 2000–2039, so that weekdays and times of day stay true.
 */
export function disguise(bars: Bars, random: Random): Bars {
  const factor = logUniform(20, 500, random) / (bars.close[0] as number);
  const volumeFactor = logUniform(1e4, 1e7, random) / typicalVolume(bars.volume);
  const shift = drawShift(bars.time, random);
  const scaled = (column: Float64Array): Float64Array => column.map((price) => price * factor);
  return {
    length: bars.length,
    time: bars.time.map((time) => time + shift),
    open: scaled(bars.open),
    high: scaled(bars.high),
    low: scaled(bars.low),
    close: scaled(bars.close),
    volume: bars.volume.map((volume) => volume * volumeFactor),
    barsPerYear: bars.barsPerYear,
  };
}
