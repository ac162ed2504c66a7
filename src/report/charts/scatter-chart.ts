import type { Phrase } from "../dictionary.ts";
import { type Html, html } from "../html.ts";
import { colors } from "./colors.ts";
import { decadeTicks } from "./decade-ticks.ts";
import { paretoFrontier } from "./pareto-frontier.ts";
import { type Box, type LabelPlace, labelHeight, placeLabels, textWidth } from "./place-labels.ts";
import type { Layer } from "./plot/layer.ts";
import { makeScale, type Scale } from "./plot/scale.ts";
import { plot, sayInPlot } from "./plot.ts";
import { spreadOut } from "./spread-out.ts";

/** One model in a scatter. */
export interface ScatterPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** 95 % interval of y; null draws none. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** A level of y that models are measured against, named at the right edge. */
export interface ScatterLevel {
  readonly y: number;
  readonly name: string | Phrase;
  /** A name of a program stands as it is, a phrase in both languages. */
  readonly kind: "program" | "phrase";
  /** Lines that cut the picture are drawn stronger than those that stand for comparison. */
  readonly cut: boolean;
}

/** Two measures of models against one another. */
export interface Scatter {
  readonly label: string;
  readonly points: readonly ScatterPoint[];
  readonly levels: readonly ScatterLevel[];
  readonly x: {
    readonly kind: "linear" | "log";
    readonly domain: readonly [number, number];
    readonly title: Phrase;
    readonly format: (value: number) => string;
    /** Where a vertical line cuts the picture. */
    readonly cut?: number;
  };
  readonly y: {
    readonly domain: readonly [number, number];
    readonly title: Phrase;
    readonly format: (value: number) => string;
  };
  /** Joins the models that none beats in being cheap (small x) and good (large y). */
  readonly frontier: boolean;
}

const [width, height, left, right, top] = [660, 360, 40, 128, 18] as const;
const radius = 4.6;

/** Beyond so many models whiskers would hide the names; the table draws the intervals. */
export const mostWhiskers: number = 15;

/** Models as named dots; names keep clear of one another, and what finds no room stays without (the tables name all). */
export function scatterChart({ label, points: given, levels, x, y, frontier }: Scatter): Html {
  const points = given.length > mostWhiskers ? given.map((point) => ({ ...point, interval: null })) : given;
  const scaleX = makeScale(x.kind, x.domain, [left, width - right], false);
  const scaleY = makeScale("linear", y.domain, [top + height, top], false);
  const frame: Box = { left: left + 2, right: width - right - 2, top: top + 2, bottom: top + height - 2 };
  return plot({
    label,
    width,
    left,
    right,
    x: {
      kind: x.kind,
      domain: x.domain,
      title: x.title,
      format: x.format,
      ...(x.kind === "log" ? { ticks: decadeTicks(...x.domain) } : {}),
    },
    panels: [
      {
        title: y.title,
        height,
        domain: y.domain,
        format: y.format,
        layers: [
          ...(x.cut === undefined ? [] : [{ kind: "rule", x: x.cut, color: colors.muted, dash: "5 4" } as const]),
          ...levelLayers(levels, scaleX, scaleY),
          ...(frontier ? frontierLayers(points) : []),
          ...whiskers(points),
          ...nameLayers(points, scaleX, scaleY, frame, lineBoxes(points, levels, frontier, scaleX, scaleY)),
          {
            kind: "marks",
            x: points.map((point) => point.x),
            y: points.map((point) => point.y),
            shape: "dot",
            size: radius,
            color: colors.strategy,
          },
        ],
      },
    ],
  });
}

/** Lines across the picture, with their names beyond its right edge, apart from one another. */
function levelLayers(levels: readonly ScatterLevel[], scaleX: Scale, scaleY: Scale): Layer[] {
  const heights = levels.map((level) => scaleY.at(level.y));
  const places = spreadOut(heights, labelHeight, top, top + height);
  const edge = scaleX.domain[1];
  return levels.flatMap(({ y, name, kind, cut }, i): Layer[] => {
    const text = kind === "phrase" ? sayInPlot(name as Phrase) : html`${shortName(name, 19)}`;
    const dy = (places[i] ?? 0) - (heights[i] ?? 0) + 3.8;
    return [
      { kind: "rule", y, color: cut ? colors.muted : colors.rule, dash: cut ? "5 4" : "2 3" },
      { kind: "text", x: edge, y, text, color: cut ? colors.ink : colors.muted, dx: 8, dy },
    ];
  });
}

/** Steps: between two models on it, the cheaper is the best that can be had. */
function frontierLayers(points: readonly ScatterPoint[]): Layer[] {
  const on = frontierPoints(points);
  if (on.length < 2) return [];
  const line = { x: on.map((point) => point.x), y: on.map((point) => point.y) };
  return [{ kind: "line", ...line, color: colors.position, width: 1.6, step: true }];
}

function frontierPoints(points: readonly ScatterPoint[]): readonly ScatterPoint[] {
  return paretoFrontier(points.map(({ x, y }) => ({ cost: x, value: y }))).flatMap((i) => points[i] ?? []);
}

function whiskers(points: readonly ScatterPoint[]): Layer[] {
  return points.flatMap(({ x, interval }): Layer[] =>
    interval === null ? [] : [{ kind: "line", x: [x, x], y: interval, color: colors.market, width: 1 }],
  );
}

function nameLayers(
  points: readonly ScatterPoint[],
  scaleX: Scale,
  scaleY: Scale,
  frame: Box,
  lines: readonly Box[],
): Layer[] {
  const names = points.map((point) => shortName(point.name, 28));
  const dots = points.map((point, i) => ({
    x: scaleX.at(point.x),
    y: scaleY.at(point.y),
    radius: radius + 1,
    width: textWidth(names[i] ?? ""),
  }));
  const places = placeLabels(dots, frame, lines);
  return points.flatMap((point, i): Layer[] => {
    const [place, dot] = [places[i], dots[i]];
    if (place === undefined || place === null || dot === undefined) return [];
    const text: Layer = {
      kind: "text",
      x: point.x,
      y: point.y,
      text: html`${names[i] ?? ""}`,
      color: colors.ink,
      dx: place.box.left - dot.x,
      dy: place.box.top - dot.y + 10,
    };
    return place.leader ? [leader(point, place, scaleX, scaleY), text] : [text];
  });
}

/** Where whiskers, cuts and the frontier run: names keep clear of them where they can. */
function lineBoxes(
  points: readonly ScatterPoint[],
  levels: readonly ScatterLevel[],
  frontier: boolean,
  scaleX: Scale,
  scaleY: Scale,
): readonly Box[] {
  const vertical = (x: number, y0: number, y1: number): Box => {
    const [top, bottom] = [Math.min(scaleY.at(y0), scaleY.at(y1)), Math.max(scaleY.at(y0), scaleY.at(y1))];
    return { left: scaleX.at(x) - 1, right: scaleX.at(x) + 1, top, bottom };
  };
  const level = (y: number, x0: number, x1: number): Box => {
    return { left: scaleX.at(x0), right: scaleX.at(x1), top: scaleY.at(y) - 1, bottom: scaleY.at(y) + 1 };
  };
  const on = frontier ? frontierPoints(points) : [];
  const steps = on.slice(1).flatMap((point, i) => {
    const before = on[i] ?? point;
    return [level(before.y, before.x, point.x), vertical(point.x, before.y, point.y)];
  });
  return [
    ...points.flatMap(({ x, interval }) => (interval === null ? [] : [vertical(x, ...interval)])),
    ...levels.filter(({ cut }) => cut).map(({ y }) => level(y, ...scaleX.domain)),
    ...steps,
  ];
}

/** From a dot to the nearest point of its name's box. */
function leader(point: ScatterPoint, { box }: LabelPlace, scaleX: Scale, scaleY: Scale): Layer {
  const nearX = Math.min(box.right, Math.max(box.left, scaleX.at(point.x)));
  const nearY = Math.min(box.bottom, Math.max(box.top, scaleY.at(point.y)));
  const x = [point.x, valueAt(scaleX, nearX)];
  return { kind: "line", x, y: [point.y, valueAt(scaleY, nearY)], color: colors.muted, width: 0.7 };
}

/** The number that a scale shows at a pixel. */
function valueAt({ kind, domain: [low, high], at }: Scale, pixel: number): number {
  const share = (pixel - at(low)) / (at(high) - at(low));
  return kind === "log" ? low * (high / low) ** share : low + share * (high - low);
}

/** A name cut to so many characters. */
export function shortName(name: string, length: number): string {
  const characters = [...name];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : name;
}
