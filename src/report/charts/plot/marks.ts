import { inside } from "./curve.ts";
import type { Frame, Layer } from "./layer.ts";
import { moveTo, px } from "./path-data.ts";

type Marks = Extract<Layer, { kind: "marks" }>;

/** Marks at points: those of one colour are one path. */
export function drawMarks(layer: Marks, { x, y }: Frame): string {
  const { size = 3, shape, color } = layer;
  const paths = new Map<string, string>();
  for (let i = 0; i < layer.y.length; i++) {
    const value = layer.y[i] as number;
    if (!Number.isFinite(value)) continue;
    const cx = x.at(layer.x === undefined ? i : (layer.x[i] as number));
    const cy = y.at(inside(y, value));
    const own = typeof color === "string" ? color : color(i);
    paths.set(own, (paths.get(own) ?? "") + outline(shape, cx, cy, size));
  }
  return Array.from(paths, ([own, data]) => `<path d="${data}" ${paint(shape, own, size)}/>`).join("");
}

function outline(shape: Marks["shape"], cx: number, cy: number, r: number): string {
  switch (shape) {
    case "dot":
      return `${moveTo(cx, cy)}h0`;
    case "ring":
      return `${moveTo(cx - r, cy)}a${r} ${r} 0 1 0 ${px(2 * r)} 0a${r} ${r} 0 1 0 ${px(-2 * r)} 0`;
    case "cross":
      return `${moveTo(cx - r, cy - r)}l${px(2 * r)} ${px(2 * r)}m0${px(-2 * r)}l${px(-2 * r)} ${px(2 * r)}`;
    case "diamond":
      return `${moveTo(cx, cy - r)}l${px(r)} ${px(r)} ${px(-r)} ${px(r)} ${px(-r)} ${px(-r)}z`;
    default: {
      // A triangle whose tip touches the point: from below for "up", from above for "down".
      const tall = (shape === "up" ? 1 : -1) * 1.7 * r;
      return `${moveTo(cx, cy)}l${px(r)} ${px(tall)}h${px(-2 * r)}z`;
    }
  }
}

function paint(shape: Marks["shape"], color: string, r: number): string {
  if (shape === "dot") return `fill="none" stroke="${color}" stroke-width="${px(2 * r)}" stroke-linecap="round"`;
  if (shape === "ring") return `fill="var(--paper)" stroke="${color}" stroke-width="1.6"`;
  if (shape === "cross") return `fill="none" stroke="${color}" stroke-width="1.6"`;
  return `fill="${color}"`;
}
