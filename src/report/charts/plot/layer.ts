import { area, curveLinear, curveStepAfter, line } from "d3-shape";
import type { Html } from "../../html.ts";
import { thin } from "../thin.ts";
import type { Scale } from "./scale.ts";

/** One curve: `x[i], y[i]`; x is 0, 1, 2 … unless given. NaN in y breaks it. */
interface Columns {
  readonly x?: ArrayLike<number> | undefined;
  readonly y: ArrayLike<number>;
}

/** What can be drawn in a panel. Colours are CSS: `colors` of draw.ts, so that one picture serves light and dark. */
export type Layer =
  | (Columns & {
      readonly kind: "line";
      readonly color: string;
      readonly width?: number;
      readonly dash?: string;
      /** True holds each value until the next point. */
      readonly step?: boolean;
    })
  | (Columns & {
      readonly kind: "area";
      readonly color: string;
      /** The area lies between this and y. */
      readonly base: number;
      readonly opacity?: number;
      readonly step?: boolean;
    })
  /** A bar from `base` to y over x ± width/2. */
  | (Columns & {
      readonly kind: "bars";
      readonly color: string | ((i: number) => string);
      readonly width: number;
      readonly base: number;
    })
  | {
      readonly kind: "candles";
      readonly x?: ArrayLike<number> | undefined;
      readonly open: ArrayLike<number>;
      readonly high: ArrayLike<number>;
      readonly low: ArrayLike<number>;
      readonly close: ArrayLike<number>;
      readonly up: string;
      readonly down: string;
    }
  | (Columns & {
      readonly kind: "marks";
      readonly shape: "dot" | "ring" | "up" | "down" | "cross";
      readonly color: string | ((i: number) => string);
      /** Radius, pixels. */
      readonly size?: number;
    })
  /** A straight line across the panel at `x` or at `y`. */
  | { readonly kind: "rule"; readonly x?: number; readonly y?: number; readonly color: string; readonly dash?: string }
  /** A background from x0 to x1. */
  | {
      readonly kind: "span";
      readonly x0: number;
      readonly x1: number;
      readonly color: string;
      readonly opacity?: number;
    }
  /** Words at a point; `text` is escaped already. */
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly text: Html;
      readonly color: string;
      readonly anchor?: "start" | "middle" | "end";
      /** Pixels right and down. */
      readonly dx?: number;
      readonly dy?: number;
    };

/** The lowest and highest number that a layer shows on the vertical axis; null where it shows none. */
export function extentOf(layer: Layer): readonly [low: number, high: number] | null {
  switch (layer.kind) {
    case "candles":
      return join(extent(layer.low), extent(layer.high));
    case "rule":
      return layer.y === undefined ? null : [layer.y, layer.y];
    case "span":
    case "text":
      return null;
    case "area":
    case "bars":
      return join(extent(layer.y), [layer.base, layer.base]);
    default:
      return extent(layer.y);
  }
}

function extent(values: ArrayLike<number>): readonly [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** The smallest range that holds both. */
export function join(
  a: readonly [number, number] | null,
  b: readonly [number, number] | null,
): readonly [number, number] | null {
  if (a === null || b === null) return a ?? b;
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Where a layer is drawn. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A layer as SVG elements. */
export function drawLayer(layer: Layer, frame: Frame): string {
  switch (layer.kind) {
    case "line":
    case "area":
      return drawCurve(layer, frame);
    case "bars":
      return drawBars(layer, frame);
    case "candles":
      return drawCandles(layer, frame);
    case "marks":
      return drawMarks(layer, frame);
    case "rule":
      return drawRule(layer, frame);
    case "span":
      return drawSpan(layer, frame);
    case "text": {
      const { anchor = "start", color, dx = 0, dy = 0, text } = layer;
      return `<text x="${px(frame.x.at(layer.x) + dx)}" y="${px(frame.y.at(layer.y) + dy)}" text-anchor="${anchor}" style="fill:${color}">${text.text}</text>`;
    }
  }
}

/** A tenth of a pixel is finer than a screen. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function drawCurve(layer: Extract<Layer, { kind: "line" | "area" }>, { x, y, left, right }: Frame): string {
  const xs = layer.x;
  const points = thin(layer.y, Math.max(50, Math.round(right - left)));
  const xAt = (i: number): number => x.at(xs === undefined ? i : (xs[i] as number));
  const yAt = (i: number): number => y.at(inside(y, layer.y[i] as number));
  const defined = (i: number): boolean => Number.isFinite(layer.y[i]);
  const shape = layer.step ? curveStepAfter : curveLinear;
  if (layer.kind === "line") {
    const path = line<number>(xAt, yAt).defined(defined).curve(shape).digits(1)(points) ?? "";
    const dash = layer.dash === undefined ? "" : ` stroke-dasharray="${layer.dash}"`;
    return `<path d="${path}" fill="none" stroke="${layer.color}" stroke-width="${layer.width ?? 1.4}"${dash}/>`;
  }
  const path =
    area<number>(xAt, y.at(inside(y, layer.base)), yAt)
      .defined(defined)
      .curve(shape)
      .digits(1)(points) ?? "";
  return `<path d="${path}" fill="${layer.color}" fill-opacity="${layer.opacity ?? 0.18}"/>`;
}

/** What lies beyond an axis is drawn at its end: a logarithm has no place for 0. */
function inside({ domain: [low, high] }: Scale, value: number): number {
  return Math.min(high, Math.max(low, value));
}

function drawBars(layer: Extract<Layer, { kind: "bars" }>, { x, y }: Frame): string {
  const parts: string[] = [];
  const base = y.at(inside(y, layer.base));
  for (let i = 0; i < layer.y.length; i++) {
    const value = layer.y[i] as number;
    if (!Number.isFinite(value)) continue;
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
function drawCandles(layer: Extract<Layer, { kind: "candles" }>, { x, y }: Frame): string {
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

function drawMarks(layer: Extract<Layer, { kind: "marks" }>, { x, y }: Frame): string {
  const { size = 3, shape } = layer;
  const parts: string[] = [];
  for (let i = 0; i < layer.y.length; i++) {
    const value = layer.y[i] as number;
    if (!Number.isFinite(value)) continue;
    const cx = x.at(layer.x === undefined ? i : (layer.x[i] as number));
    const cy = y.at(inside(y, value));
    const color = typeof layer.color === "string" ? layer.color : layer.color(i);
    parts.push(drawMark(shape, cx, cy, size, color));
  }
  return parts.join("");
}

function drawMark(shape: string, cx: number, cy: number, r: number, color: string): string {
  if (shape === "dot") return `<circle cx="${px(cx)}" cy="${px(cy)}" r="${r}" fill="${color}"/>`;
  if (shape === "ring") {
    return `<circle cx="${px(cx)}" cy="${px(cy)}" r="${r}" fill="var(--paper)" stroke="${color}" stroke-width="1.6"/>`;
  }
  if (shape === "cross") {
    const path = `M${px(cx - r)},${px(cy - r)}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`;
    return `<path d="${path}" stroke="${color}" stroke-width="1.6" fill="none"/>`;
  }
  // A triangle whose tip touches the point: from below for "up", from above for "down".
  const tall = (shape === "up" ? 1 : -1) * 1.7 * r;
  return `<path d="M${px(cx)},${px(cy)}l${px(r)},${px(tall)}h${px(-2 * r)}z" fill="${color}"/>`;
}

function drawRule(layer: Extract<Layer, { kind: "rule" }>, frame: Frame): string {
  const { x, y, left, right, top, bottom } = frame;
  const dash = layer.dash === undefined ? "" : ` stroke-dasharray="${layer.dash}"`;
  const path =
    layer.x === undefined
      ? `M${px(left)},${px(y.at(layer.y ?? 0))}H${px(right)}`
      : `M${px(x.at(layer.x))},${px(top)}V${px(bottom)}`;
  return `<path d="${path}" stroke="${layer.color}" fill="none"${dash}/>`;
}

function drawSpan(
  { x0, x1, color, opacity = 0.12 }: Extract<Layer, { kind: "span" }>,
  { x, top, bottom }: Frame,
): string {
  return `<rect x="${px(x.at(x0))}" y="${px(top)}" width="${px(Math.max(0.5, x.at(x1) - x.at(x0)))}" height="${px(bottom - top)}" fill="${color}" fill-opacity="${opacity}"/>`;
}
