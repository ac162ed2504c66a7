import type { Layer } from "./plot/layer.ts";

/** A curve with the area between it and zero shaded, as one outline. */
export function shaded(
  x: ArrayLike<number> | undefined,
  y: ArrayLike<number>,
  color: string,
  step: boolean,
): readonly Extract<Layer, { kind: "area" }>[] {
  return [{ kind: "area", x, y, color, base: 0, step, width: 1 }];
}

/** How far each value is below the highest until then, as a fraction ≤ 0. */
export function drawdown(equity: ArrayLike<number>): number[] {
  let peak = Number.NEGATIVE_INFINITY;
  return Array.from(equity, (value) => {
    if (value > peak) peak = value;
    return peak > 0 ? value / peak - 1 : 0;
  });
}
