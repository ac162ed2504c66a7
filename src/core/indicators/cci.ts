import { checkColumns, checkLength } from "./check.ts";
import { emptyColumn, finiteOrNaN, toColumn } from "./column.ts";
import { orderWindow } from "./order-window.ts";

/**
 * Commodity channel index: distance of the typical price from its mean of n bars, over 0.015 times the mean absolute
 * distance from that mean; NaN where that is 0. Source: Lambert (1980). By blocks of n bars, as in `rollingMean`: prices
 * are compared as distances from one of the window, not at their level, where a mean would lose the digits that tell.
 */
export function cci(
  high: ArrayLike<number>,
  low: ArrayLike<number>,
  close: ArrayLike<number>,
  n: number,
): Float64Array {
  checkLength("cci: n", n);
  checkColumns("cci", high, low, close);
  const { length } = close;
  const out = emptyColumn(length);
  if (n > length) return out;
  const [tops, bottoms, closes] = [toColumn(high), toColumn(low), toColumn(close)];
  const prices = new Float64Array(2 * n); // of the block before and of the block: bar j's window ends at place n + j
  const means = new Float64Array(n);
  const deviations = new Float64Array(n);
  for (let start = 0; start < length; start += n) {
    fillPrices(tops, bottoms, closes, start, prices);
    fillMeans(prices, means);
    const size = Math.min(n, length - start);
    if (n > longestLoop) addDeviationsByOrder(prices, means, size, deviations);
    else addDeviations(prices, means, size, deviations);
    for (let j = 0; j < size; j++) {
      const distance = (prices[n + j] as number) - (means[j] as number);
      out[start + j] = finiteOrNaN(distance / (0.015 * ((deviations[j] as number) / n)));
    }
  }
  return out;
}

/** Up to here adding up the window anew costs less than keeping it in order. */
const longestLoop = 200;

/** Typical prices of the bars around `start`, as many before as from it on, less that of bar `start`; NaN outside. */
function fillPrices(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  start: number,
  prices: Float64Array,
): void {
  const n = prices.length / 2;
  const level = close[start] as number;
  const first = Math.max(0, start - n);
  const end = Math.min(start + n, close.length);
  const offset = n - start;
  prices.fill(Number.NaN, 0, first + offset);
  for (let t = first; t < end; t++) {
    const sum = (high[t] as number) - level + ((low[t] as number) - level) + ((close[t] as number) - level);
    prices[t + offset] = sum / 3;
  }
  const pivot = prices[n] as number;
  for (let i = first + offset; i < end + offset; i++) prices[i] = (prices[i] as number) - pivot;
}

/** Mean of the window of each bar of the block. */
function fillMeans(prices: Float64Array, means: Float64Array): void {
  const n = means.length;
  let tail = 0;
  means[n - 1] = 0;
  for (let i = n - 1; i > 0; i--) {
    tail += prices[i] as number;
    means[i - 1] = tail;
  }
  let head = 0;
  for (let j = 0; j < n; j++) {
    head += prices[n + j] as number;
    means[j] = ((means[j] as number) + head) / n;
  }
}

/** Sum of |price − mean| over the window of each of the first `size` bars of the block. */
function addDeviations(prices: Float64Array, means: Float64Array, size: number, deviations: Float64Array): void {
  const n = means.length;
  for (let j = 0; j < size; j++) {
    const mean = means[j] as number;
    const end = n + j;
    let sum = 0;
    for (let i = j + 1; i <= end; i++) sum += Math.abs((prices[i] as number) - mean);
    deviations[j] = sum;
  }
}

/** The same in O(log n) a bar: what lies above the mean adds up to what lies below it. */
function addDeviationsByOrder(prices: Float64Array, means: Float64Array, size: number, deviations: Float64Array): void {
  const n = means.length;
  const window = orderWindow(n);
  deviations.fill(Number.NaN);
  for (let i = 1; i < n + size; i++) {
    const price = prices[i] as number;
    if (!Number.isFinite(price)) {
      window.clear();
      continue;
    }
    if (window.size < n) window.add(price);
    else window.replace(prices[i - n] as number, price);
    if (window.size < n) continue;
    const mean = means[i - n] as number;
    const below = window.countAtMost(mean);
    deviations[i - n] = 2 * (below * mean - window.sumOfFirst(below));
  }
}
