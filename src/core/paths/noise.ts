import type { Bars } from "../bars.ts";
import type { Random } from "../random.ts";
import { drawBlocks, emptyBars, type TwinSource } from "./twin.ts";

/** ±x − ln cosh x with a fair coin: the exponential of it has mean exactly 1, so that the price is a martingale. */
function fairStep(x: number, up: boolean): number {
  return (up ? x : -x) - Math.log(Math.cosh(x));
}

/**
 * A twin without drift, on which nobody can earn who does not read the future: the gap and the body of every bar are turned
 * over or not by a fair coin each, then moved by −ln cosh of their size. Opens and closes are then martingales whatever
 * a program knows of the past, while volatility, its clustering, gaps and volume stay those of the source.
 */
export function drawNoise(source: TwinSource, start: number, length: number, random: Random): Bars {
  const { bars } = source;
  const noise = emptyBars(bars, start, length);
  const picks = drawBlocks(source, noise.time, random);
  let previous = 1;
  for (let t = 0; t < length; t++) {
    const i = picks[t] as number;
    const sourceOpen = bars.open[i] as number;
    const gapUp = random.next() < 0.5;
    const bodyUp = random.next() < 0.5;
    const open = previous * Math.exp(fairStep(Math.log(sourceOpen / (bars.close[i - 1] as number)), gapUp));
    const close = open * Math.exp(fairStep(Math.log((bars.close[i] as number) / sourceOpen), bodyUp));
    const above = (bars.high[i] as number) / sourceOpen;
    const below = (bars.low[i] as number) / sourceOpen;
    noise.open[t] = open;
    noise.close[t] = close;
    noise.high[t] = Math.max(open, close, bodyUp ? open * above : open / below);
    noise.low[t] = Math.min(open, close, bodyUp ? open * below : open / above);
    noise.volume[t] = bars.volume[i] as number;
    previous = close;
  }
  return noise;
}
