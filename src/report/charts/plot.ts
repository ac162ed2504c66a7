import type { Name } from "../dictionary/names.ts";
import type { Phrase } from "../dictionary.ts";
import { dictionary } from "../dictionary.ts";
import { escapeHtml } from "../escape-html.ts";
import { Html } from "../html.ts";
import { drawLayer, extentOf, type Frame, join, type Layer } from "./plot/layer.ts";
import { px } from "./plot/path-data.ts";
import { type AxisKind, makeScale, type Scale, timeLabel } from "./plot/scale.ts";

/** The axis that all panels share. */
export interface SharedAxis {
  readonly kind: AxisKind;
  readonly domain: readonly [low: number, high: number];
  /** How a tick reads; times by themselves. */
  readonly format?: (value: number) => string;
  /** How a tick reads in both languages, instead of `format`. */
  readonly word?: (value: number) => Name | null;
  /** What it measures, under it. */
  readonly title?: Phrase;
  /** Ticks instead of round numbers. */
  readonly ticks?: readonly number[];
}

/** One panel: its own vertical axis and what is drawn in it, the first layer lowest. */
export interface Panel {
  /** Pixels. */
  readonly height: number;
  /** What it shows, above it. */
  readonly title?: Phrase;
  readonly layers: readonly Layer[];
  readonly kind?: "linear" | "log";
  /** As wide as the layers need unless given; either end may be left open with null. */
  readonly domain?: readonly [low: number | null, high: number | null];
  readonly format: (value: number) => string;
  readonly ticks?: readonly number[];
}

/** A picture of panels under one another on one horizontal axis. Sizes in pixels; the page scales the whole. */
export interface Plot {
  readonly width: number;
  /** Room for the labels of the vertical axes. */
  readonly left?: number;
  readonly right?: number;
  readonly x: SharedAxis;
  readonly panels: readonly Panel[];
  /** What is seen, for those who do not see it. */
  readonly label: string;
}

const titleRoom = 18;
const gap = 10;

/** A picture as SVG inside a page: no script, no style sheet of its own, a millisecond each. */
export function plot({ width, left = 48, right = 10, x, panels, label }: Plot): Html {
  const scaleX = makeScale(x.kind, x.domain, [left, width - right], false);
  const parts: string[] = [];
  let top = 0;
  panels.forEach((panel, i) => {
    top += panel.title === undefined ? gap : titleRoom;
    const frame = {
      x: scaleX,
      y: verticalScale(panel, top),
      left,
      right: width - right,
      top,
      bottom: top + panel.height,
    };
    parts.push(drawPanel(panel, frame, i === panels.length - 1 ? x : null));
    top += panel.height + gap;
  });
  const height = top + 14 + (x.title === undefined ? 0 : 18) - gap + 4;
  if (x.title !== undefined)
    parts.push(textAt((left + width - right) / 2, height - 5, "middle", inBoth(dictionary[x.title])));
  const name = escapeHtml(label);
  return new Html(
    `<svg class="plot" role="img" aria-label="${name}" viewBox="0 0 ${width} ${px(height)}">${parts.join("")}</svg>`,
  );
}

function verticalScale(panel: Panel, top: number): Scale {
  const needed = panel.layers.map(extentOf).reduce(join, null) ?? [0, 1];
  const [low, high] = [panel.domain?.[0] ?? needed[0], panel.domain?.[1] ?? needed[1]];
  const open = panel.domain === undefined || panel.domain[0] === null || panel.domain[1] === null;
  return makeScale(panel.kind ?? "linear", [low, high], [top + panel.height, top], open);
}

function drawPanel(panel: Panel, frame: Frame, x: SharedAxis | null): string {
  const { left, right, top, bottom } = frame;
  const ticks = panel.ticks ?? frame.y.ticks(Math.max(2, Math.floor(panel.height / 38)));
  const grid = ticks.map((value) => `M${left},${px(frame.y.at(value))}H${right}`).join("");
  const labels = ticks.map((value) =>
    textAt(left - 6, frame.y.at(value) + 3.6, "end", escapeHtml(panel.format(value))),
  );
  const title = panel.title === undefined ? "" : textAt(left, top - 6, "start", inBoth(dictionary[panel.title]));
  const layers = panel.layers.map((layer) => drawLayer(layer, frame)).join("");
  const foot = x === null ? "" : drawTimes(x, frame);
  return `<path class="grid" d="${grid}M${left},${bottom}H${right}"/>${labels.join("")}${title}${layers}${foot}`;
}

/** The labels of the shared axis; of two that would touch, the later is left out. */
function drawTimes(axis: SharedAxis, { x, left, right, bottom }: Frame): string {
  const [low, high] = x.domain;
  const format = axis.format ?? (axis.kind === "time" ? timeLabel(high - low) : String);
  const ticks = axis.ticks ?? x.ticks(Math.max(2, Math.floor((right - left) / 85)));
  const parts: string[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const word = axis.word?.(tick) ?? null;
    const text = word === null ? format(tick) : word[0];
    const half = text.length * 3.3;
    const at = Math.min(right - half + 8, Math.max(left + half - 8, x.at(tick)));
    if (at - half < taken + 6) continue;
    taken = at + half;
    parts.push(textAt(at, bottom + 14, "middle", word === null ? escapeHtml(text) : inBoth(word)));
  }
  return parts.join("");
}

function textAt(x: number, y: number, anchor: string, text: string): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${text}</text>`;
}

/** A phrase as text of a picture, in both languages: the page's switch shows one. */
export function sayInPlot(key: Phrase): Html {
  return new Html(inBoth(dictionary[key]));
}

function inBoth([en, zh]: Name): string {
  if (en === zh) return escapeHtml(en);
  return `<tspan class="en">${escapeHtml(en)}</tspan><tspan class="zh">${escapeHtml(zh)}</tspan>`;
}
