import { emptyColumn, toColumn } from "./column.ts";
import { emptyTails } from "./rolling-sum.ts";

/** Second to fourth population central moments of rolling windows. */
export interface RollingShape {
  readonly m2: Float64Array;
  readonly m3: Float64Array;
  readonly m4: Float64Array;
}

/**
 * Mean of (x − mean)^k of the last n values, k = 2, 3, 4, from bar n − 1 on: sums of powers of the distances from the
 * block's first value, by the blocks of `rollingMoments`, moved to the mean. NaN where the window holds one.
 */
export function rollingShape(x: ArrayLike<number>, n: number): RollingShape {
  const m2 = emptyColumn(x.length);
  const m3 = emptyColumn(x.length);
  const m4 = emptyColumn(x.length);
  if (n > x.length) return { m2, m3, m4 };
  const values = toColumn(x);
  const tails = [emptyTails(n), emptyTails(n), emptyTails(n), emptyTails(n)] as const;
  const heads = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  for (let start = 0; start < values.length; start += n) {
    const size = Math.min(n, values.length - start);
    const pivot = values[start] as number;
    if (start > 0) addPowers(values, start - 1, -1, n - 1, pivot, tails);
    addPowers(values, start, 1, size, pivot, heads);
    for (let j = 0; j < size; j++) {
      const s1 = ((tails[0][j + 1] as number) + (heads[0][j] as number)) / n;
      const s2 = ((tails[1][j + 1] as number) + (heads[1][j] as number)) / n;
      const s3 = ((tails[2][j + 1] as number) + (heads[2][j] as number)) / n;
      const s4 = ((tails[3][j + 1] as number) + (heads[3][j] as number)) / n;
      const square = s1 * s1;
      m2[start + j] = Math.max(0, s2 - square);
      m3[start + j] = s3 - 3 * s1 * s2 + 2 * s1 * square;
      m4[start + j] = s4 - 4 * s1 * s3 + 6 * square * s2 - 3 * square * square;
    }
  }
  return { m2, m3, m4 };
}

type Sums = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

/** Running sums of the powers of x − pivot over `count` bars from `first` on, each at its bar's place in its block. */
function addPowers(x: Float64Array, first: number, step: 1 | -1, count: number, pivot: number, sums: Sums): void {
  const [ones, squares, cubes, fourths] = sums;
  let one = 0;
  let square = 0;
  let cube = 0;
  let fourth = 0;
  let place = step === 1 ? 0 : count;
  for (let i = 0; i < count; i++) {
    const distance = (x[first + i * step] as number) - pivot;
    const power = distance * distance;
    one += distance;
    square += power;
    cube += power * distance;
    fourth += power * power;
    ones[place] = one;
    squares[place] = square;
    cubes[place] = cube;
    fourths[place] = fourth;
    place += step;
  }
}
