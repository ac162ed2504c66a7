import { isNumberLike } from "../text/cell-kinds.ts";
import type { Sample } from "../text/sample.ts";
import { cellsOf, headerNames } from "./signs.ts";

/**
 * Shares that one unit of volume of a Chinese file stands for, 100 or 1, by turnover ÷ (price × volume) in the sample; null where
 * the file has no turnover. `moneyUnit` is what turnover is counted in.
 */
export function sharesPerUnit(
  sample: Sample,
  names: { readonly close: string; readonly volume: string; readonly turnover: string },
  moneyUnit: number,
): 1 | 100 | null {
  const header = headerNames(sample);
  const [close, volume, turnover] = [names.close, names.volume, names.turnover].map((name) =>
    cellsOf(sample, header.indexOf(name)).map((cell) => (isNumberLike(cell) ? Number(cell) : Number.NaN)),
  ) as [number[], number[], number[]];
  const ratios = close
    .map((price, t) => ((turnover[t] ?? Number.NaN) * moneyUnit) / (price * (volume[t] ?? Number.NaN)))
    .filter((ratio) => ratio > 0 && ratio < 1e6)
    .sort((a, b) => a - b);
  const median = ratios[ratios.length >> 1];
  if (median === undefined) return null;
  return median > 10 ? 100 : 1;
}
