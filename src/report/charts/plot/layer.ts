import type { Html } from "../../html.ts";
import { drawBand, drawCurve } from "./curve.ts";
import { drawMarks } from "./marks.ts";
import { px } from "./path-data.ts";
import type { Scale } from "./scale.ts";
import { drawBars, drawCandles, drawRule, drawSpan } from "./shapes.ts";

/** One curve: `x[i], y[i]`; x is 0, 1, 2 … unless given. NaN in y breaks it. */
interface Columns {
  readonly x?: ArrayLike<number> | undefined;
  readonly y: ArrayLike<number>;
}

/** What can be drawn in a panel. Colours are CSS: `colors` of colors.ts, so that one picture serves light and dark. */
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
      /** Of a stroke around it; none unless given. */
      readonly width?: number;
    })
  /** The area between two curves; many bars are drawn as the lowest and highest of each few. */
  | {
      readonly kind: "band";
      readonly x?: ArrayLike<number> | undefined;
      readonly low: ArrayLike<number>;
      readonly high: ArrayLike<number>;
      readonly color: string;
      readonly opacity?: number;
    }
  /** A bar from `base` to y over x ± width/2. */
  | (Columns & {
      readonly kind: "bars";
      readonly color: string | ((i: number) => string);
      readonly width: number;
      /** One for all, or one a bar. */
      readonly base: number | ArrayLike<number>;
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
      readonly shape: "dot" | "ring" | "up" | "down" | "cross" | "diamond";
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
    case "band":
      return join(extent(layer.low), extent(layer.high));
    case "rule":
      return layer.y === undefined ? null : [layer.y, layer.y];
    case "span":
    case "text":
      return null;
    case "area":
    case "bars":
      return join(extent(layer.y), typeof layer.base === "number" ? [layer.base, layer.base] : extent(layer.base));
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
    case "band":
      return drawBand(layer, frame);
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
