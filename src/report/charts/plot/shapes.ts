import { inside } from "./curve.ts";
import type { Frame, Layer } from "./layer.ts";
import { px } from "./path-data.ts";

/** Bars, each from its base. */
export function drawBars(layer: Extract<Layer, { kind: "bars" }>, { x, y }: Frame): string {
  const parts: string[] = [];
  for (let i = 0; i < layer.y.length; i++) {
    const value = layer.y[i] as number;
    if (!Number.isFinite(value)) continue;
    const base = y.at(inside(y, typeof layer.base === "number" ? layer.base : (layer.base[i] as number)));
    const middle = layer.x === undefined ? i : (layer.x[i] as number);
    const [from, to] = [x.at(middle - layer.width / 2), x.at(middle + layer.width / 2)];
    const end = y.at(inside(y, value));
    const color = typeof layer.color === "string" ? layer.color : layer.color(i);
    parts.push(
      `<rect x="${px(from)}" y="${px(Math.min(base, end))}" width="${px(Math.max(0.5, to - from - 0.5))}" height="${px(Math.abs(base - end))}" fill="${color}"/>`,
    );
  }
  return parts.join("");
}

/** Two paths in all: rising bars and falling ones, each a wick and a body. */
export function drawCandles(layer: Extract<Layer, { kind: "candles" }>, { x, y }: Frame): string {
  const { open, high, low, close, x: xs } = layer;
  const n = close.length;
  const place = (i: number): number => x.at(xs === undefined ? i : (xs[i] as number));
  const half = n > 1 ? Math.max(0.3, Math.min(4, (Math.abs(place(n - 1) - place(0)) / (n - 1)) * 0.34)) : 4;
  const [wicks, bodies] = [
    ["", ""],
    ["", ""],
  ];
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite((high[i] as number) - (low[i] as number))) continue;
    const side = (close[i] as number) >= (open[i] as number) ? 0 : 1;
    const middle = place(i);
    const top = y.at(Math.max(open[i] as number, close[i] as number));
    const bottom = y.at(Math.min(open[i] as number, close[i] as number));
    wicks[side] += `M${px(middle)},${px(y.at(high[i] as number))}V${px(y.at(low[i] as number))}`;
    bodies[side] +=
      `M${px(middle - half)},${px(top)}h${px(2 * half)}v${px(Math.max(0.4, bottom - top))}h${px(-2 * half)}z`;
  }
  return [layer.up, layer.down]
    .map((color, side) =>
      wicks[side] === ""
        ? ""
        : `<path d="${wicks[side]}" stroke="${color}" stroke-width="0.8" fill="none"/><path d="${bodies[side]}" fill="${color}"/>`,
    )
    .join("");
}

/** A straight line across the panel. */
export function drawRule(layer: Extract<Layer, { kind: "rule" }>, frame: Frame): string {
  const { x, y, left, right, top, bottom } = frame;
  const dash = layer.dash === undefined ? "" : ` stroke-dasharray="${layer.dash}"`;
  const path =
    layer.x === undefined
      ? `M${px(left)},${px(y.at(layer.y ?? 0))}H${px(right)}`
      : `M${px(x.at(layer.x))},${px(top)}V${px(bottom)}`;
  return `<path d="${path}" stroke="${layer.color}" fill="none"${dash}/>`;
}

/** A background over the height of the panel. */
export function drawSpan(
  { x0, x1, color, opacity = 0.12 }: Extract<Layer, { kind: "span" }>,
  { x, top, bottom }: Frame,
): string {
  return `<rect x="${px(x.at(x0))}" y="${px(top)}" width="${px(Math.max(0.5, x.at(x1) - x.at(x0)))}" height="${px(bottom - top)}" fill="${color}" fill-opacity="${opacity}"/>`;
}
