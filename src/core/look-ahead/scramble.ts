import type { Bars } from "../bars.ts";
import type { Random } from "../random.ts";

/** No scrambled price is further from the close of the cut than this, in log units: a factor of e² = 7.4. */
const maxLogMove = 2;
/** Smallest difference from the original close, in log units, so that even a bar that stood still moves. */
const minLogMove = 1e-4;

/** The last close that is known at the cut; of a market that begins later, its first. */
function anchorAt(close: Float64Array, cut: number): number {
  const known = close[cut] as number;
  return Number.isNaN(known) ? (close.find((price) => !Number.isNaN(price)) ?? Number.NaN) : known;
}

/** Nearly x for small x, never beyond ±maxLogMove, and rising: the order of prices inside a bar survives. */
function soften(x: number): number {
  return maxLogMove * Math.tanh(x / maxLogMove);
}

/**
 * Replaces the bars after `cut`, in place, by their reflection about close[cut] in log prices, stretched by about
 * `stretch`. The stretch drifts from bar to bar, so that the result is no simple function of the original.
 */
export function mirrorFuture(bars: Bars, cut: number, stretch: number, random: Random): void {
  const { open, high, low, close } = bars;
  const anchor = anchorAt(close, cut);
  let factor = stretch;
  for (let t = cut + 1; t < bars.length; t++) {
    factor = Math.min(3, Math.max(0.3, factor * (1 + 0.02 * (random.next() - 0.5))));
    const shift = ((close[t] as number) >= anchor ? -minLogMove : minLogMove) * (1 + random.next());
    const reflect = (price: number): number => anchor * Math.exp(soften(shift - factor * Math.log(price / anchor)));
    const opening = reflect(open[t] as number);
    const closing = reflect(close[t] as number);
    const wasHigh = high[t] as number;
    high[t] = Math.max(opening, closing, reflect(low[t] as number));
    low[t] = Math.min(opening, closing, reflect(wasHigh));
    open[t] = opening;
    close[t] = closing;
  }
  mirrorVolume(bars.volume, cut, stretch, random);
}

/**
 * Replaces the bars after `cut`, in place, by a random walk from close[cut] whose first move goes against the original's.
 * Its volatility is that of the last 100 bars up to the cut, times `stretch`.
 */
export function walkFuture(bars: Bars, cut: number, stretch: number, random: Random): void {
  const { open, high, low, close } = bars;
  const anchor = anchorAt(close, cut);
  const sigma = stretch * recentVolatility(close, cut);
  const firstMove = (close[cut + 1] as number) >= anchor ? -1 : 1;
  let x = 0;
  for (let t = cut + 1; t < bars.length; t++) {
    const move = sigma * random.normal();
    const gap = 0.2 * sigma * random.normal();
    const from = t === cut + 1 ? 0 : x + gap;
    x = t === cut + 1 ? firstMove * (Math.abs(move) + minLogMove) : from + move;
    const opening = anchor * Math.exp(soften(from));
    const closing = anchor * Math.exp(soften(x));
    const above = Math.exp(0.5 * sigma * Math.abs(random.normal()));
    const below = Math.exp(-0.5 * sigma * Math.abs(random.normal()));
    // A market of a portfolio that has not begun begins when it did.
    if (Number.isNaN(close[t])) continue;
    open[t] = differing(opening, open[t] as number);
    close[t] = differing(closing, close[t] as number);
    high[t] = Math.max(open[t] as number, close[t] as number) * above;
    low[t] = Math.min(open[t] as number, close[t] as number) * below;
  }
  mirrorVolume(bars.volume, cut, stretch, random);
}

/** Reflects volumes after `cut` about the last known one; a market whose volume is unknown up to the cut stays so from there on. */
function mirrorVolume(volume: Float64Array, cut: number, stretch: number, random: Random): void {
  let last = cut;
  while (last >= 0 && !((volume[last] as number) > 0)) last--;
  const anchor = last >= 0 ? (volume[last] as number) : Number.NaN;
  for (let t = cut + 1; t < volume.length; t++) {
    const was = volume[t] as number;
    const x = was > 0 ? Math.log(was / anchor) : 1;
    const noise = 1 + 0.01 * (1 + random.next());
    volume[t] = anchor * Math.exp(soften(-stretch * x)) * (x > 0 ? 1 / noise : noise);
  }
}

/** Mean absolute log return of the last 100 bars up to `cut`, as a standard deviation; at least 1e-4. */
function recentVolatility(close: Float64Array, cut: number): number {
  const from = Math.max(1, cut - 99);
  let sum = 0;
  let known = 0;
  for (let t = from; t <= cut; t++) {
    const move = Math.abs(Math.log((close[t] as number) / (close[t - 1] as number)));
    if (Number.isNaN(move)) continue;
    sum += move;
    known += 1;
  }
  const mean = known > 0 ? sum / known : 0;
  return Math.max(1e-4, mean * Math.sqrt(Math.PI / 2));
}

/** `price`, or one a hair away where it would equal the original. */
function differing(price: number, original: number): number {
  return price === original ? price * (1 + minLogMove) : price;
}

/**
 * Moves the times after `cut`, in place, the known ones untouched: one draw in three brings the next bar early, into
 * the first quarter of the usual distance between bars; one in three leaves out one to three bars; one changes nothing.
 * A program that reads when the next bar comes (the last day of a month, the bar before a holiday) must answer otherwise.
 */
export function moveTimes(time: Float64Array, cut: number, random: Random): void {
  const n = time.length;
  const draw = random.int(3);
  if (draw === 0 || cut === 0 || cut >= n - 1) return;
  const usual = shortestGap(time, cut);
  if (draw === 1) {
    const gap = Math.min(usual, (time[cut + 1] as number) - (time[cut] as number));
    if (gap < 2) return;
    for (let t = n - 1; t > cut + 1; t--) time[t] = time[t - 1] as number;
    time[cut + 1] = (time[cut] as number) + Math.ceil(gap * (0.02 + 0.23 * random.next()));
    return;
  }
  const left = 1 + random.int(3);
  for (let t = cut + 1; t < n; t++) {
    time[t] = t + left < n ? (time[t + left] as number) : (time[t - 1] as number) + usual;
  }
}

/** Shortest distance between neighbours among the 50 bars up to `cut`. */
function shortestGap(time: Float64Array, cut: number): number {
  let gap = Infinity;
  for (let t = Math.max(1, cut - 49); t <= cut; t++) {
    gap = Math.min(gap, (time[t] as number) - (time[t - 1] as number));
  }
  return gap;
}
