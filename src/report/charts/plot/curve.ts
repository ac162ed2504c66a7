import { thin } from "../thin.ts";
import type { Frame, Layer } from "./layer.ts";
import { bandData, curveData, type PixelColumns } from "./path-data.ts";
import type { Scale } from "./scale.ts";

/** Points a pixel: two in three are finer than a stroke of 1.4. */
const density = 0.67;

/** A line or an area as one path. */
export function drawCurve(layer: Extract<Layer, { kind: "line" | "area" }>, frame: Frame): string {
  const columns = pixelsOf(layer, frame);
  const step = layer.step ?? false;
  if (layer.kind === "line") {
    const dash = layer.dash === undefined ? "" : ` stroke-dasharray="${layer.dash}"`;
    return `<path d="${curveData(columns, step, null)}" fill="none" stroke="${layer.color}" stroke-width="${layer.width ?? 1.4}"${dash}/>`;
  }
  const data = curveData(columns, step, frame.y.at(inside(frame.y, layer.base)));
  const stroke = layer.width === undefined ? "" : ` stroke="${layer.color}" stroke-width="${layer.width}"`;
  return `<path d="${data}" fill="${layer.color}" fill-opacity="${layer.opacity ?? 0.18}"${stroke}/>`;
}

/** The area between two curves, a stretch of bars a column: their lowest and highest. */
export function drawBand(layer: Extract<Layer, { kind: "band" }>, { x, y, left, right }: Frame): string {
  const { low, high } = layer;
  const n = low.length;
  const columns = Math.min(n, Math.max(25, Math.round((right - left) / 3)));
  const [xs, lows, highs] = [new Float64Array(columns), new Float64Array(columns), new Float64Array(columns)];
  for (let c = 0; c < columns; c++) {
    const from = Math.floor((c * n) / columns);
    const to = Math.floor(((c + 1) * n) / columns);
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = from; i < to; i++) {
      least = Math.min(least, low[i] as number);
      most = Math.max(most, high[i] as number);
    }
    const middle = (from + to - 1) / 2;
    xs[c] = x.at(layer.x === undefined ? middle : (layer.x[Math.round(middle)] as number));
    lows[c] = y.at(inside(y, least));
    highs[c] = y.at(inside(y, most));
  }
  return `<path d="${bandData(xs, lows, highs)}" fill="${layer.color}" fill-opacity="${layer.opacity ?? 0.25}"/>`;
}

function pixelsOf(layer: Extract<Layer, { kind: "line" | "area" }>, { x, y, left, right }: Frame): PixelColumns {
  const points = thin(layer.y, Math.max(50, Math.round(density * (right - left))));
  const columns = { x: new Float64Array(points.length), y: new Float64Array(points.length) };
  for (let k = 0; k < points.length; k++) {
    const i = points[k] as number;
    columns.x[k] = x.at(layer.x === undefined ? i : (layer.x[i] as number));
    const value = layer.y[i] as number;
    columns.y[k] = Number.isFinite(value) ? y.at(inside(y, value)) : Number.NaN;
  }
  return columns;
}

/** What lies beyond an axis is drawn at its end: a logarithm has no place for 0. */
export function inside({ domain: [low, high] }: Scale, value: number): number {
  return Math.min(high, Math.max(low, value));
}
