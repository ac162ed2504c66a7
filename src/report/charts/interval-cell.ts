import { Html, html } from "../html.ts";
import { px } from "./plot/path-data.ts";

/** What the cells of one column share: the axis, and where it has lines. */
export interface CellAxis {
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** Pixels. */
  readonly width: number;
}

/** A value with its interval, drawn in a cell of a table. */
export interface CellMark {
  readonly value: number;
  readonly interval: readonly [low: number, high: number] | null;
  /** Hollow and grey: a baseline, or what is not significant. */
  readonly hollow: boolean;
}

const [height, margin] = [20, 6] as const;

/** A dot with its whisker on the axis of its column. The number stands in a cell beside it: this one is for the eye. */
export function intervalCell(axis: CellAxis, { value, interval, hollow }: CellMark): Html {
  const color = hollow ? "var(--market)" : "var(--strategy)";
  const middle = height / 2;
  const whisker =
    interval === null
      ? ""
      : `<path d="M${px(place(axis, interval[0]))},${middle}H${px(place(axis, interval[1]))}" stroke="${color}" stroke-width="1.6"/>`;
  const fill = hollow ? "var(--paper)" : color;
  return svg(
    axis,
    `${lines(axis, height)}${whisker}<circle cx="${px(place(axis, value))}" cy="${middle}" r="3.6" fill="${fill}" stroke="${color}" stroke-width="1.4"/>`,
  );
}

/** The numbers of the axis, for the head of the column. */
export function intervalHead(axis: CellAxis, format: (value: number) => string): Html {
  const labels = axis.ticks.map((tick) => {
    const text = html`${format(tick)}`.text;
    return `<text x="${px(place(axis, tick))}" y="13" text-anchor="middle">${text}</text>`;
  });
  return svg(axis, labels.join(""));
}

function svg({ width }: CellAxis, content: string): Html {
  return new Html(
    `<svg class="cell plot" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`,
  );
}

function lines(axis: CellAxis, bottom: number): string {
  const data = axis.ticks.map((tick) => `M${px(place(axis, tick))},0V${bottom}`).join("");
  return `<path class="grid" d="${data}"/>`;
}

/** Pixels of a value; what lies beyond the axis is at its end. */
function place({ domain: [low, high], width }: CellAxis, value: number): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return margin + (width - 2 * margin) * Math.min(1, Math.max(0, share));
}
