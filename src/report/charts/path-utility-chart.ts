import type { Name } from "../dictionary/names.ts";
import { formatSigned } from "../format.ts";
import type { Html } from "../html.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** Utilities of the paths of one kind, each path alone. */
export interface KindUtilities {
  readonly name: Name;
  /** U of the program, and of buying and holding the same path; null where that is not known. */
  readonly values: readonly { readonly own: number; readonly held: number | null }[];
}

/** Utility of every path as a dot, that of buying and holding it as a ring, by kind of path; means are strokes. */
export function pathUtilityChart(label: string, kinds: readonly KindUtilities[]): Html {
  return plot({
    label,
    width: 440,
    x: {
      kind: "linear",
      domain: [-0.6, kinds.length - 0.4],
      ticks: kinds.map((_, i) => i),
      word: (i) => kinds[i]?.name ?? null,
    },
    panels: [
      {
        title: "chartPathUtility",
        height: 190,
        domain: [-1, 1],
        ticks: [-1, -0.5, 0, 0.5, 1],
        format: (value) => formatSigned(value, 1),
        layers: [{ kind: "rule", y: 0, color: colors.muted }, ...kinds.flatMap(({ values }, i) => column(values, i))],
      },
    ],
  });
}

/** Dots side by side, so that equal ones are seen. */
function column(values: KindUtilities["values"], at: number): readonly Layer[] {
  if (values.length === 0) return [];
  const own = values.map((value) => value.own);
  const held = values.map((value) => value.held ?? Number.NaN);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const step = Math.min(0.14, 0.7 / values.length);
  const x = values.map((_, k) => at + (k - (values.length - 1) / 2) * step);
  return [
    { kind: "line", x: [at - 0.36, at + 0.36], y: [mean, mean], color: colors.ink, width: 1.6 },
    { kind: "marks", x, y: held, shape: "ring", color: colors.market, size: 3 },
    { kind: "marks", x, y: own, shape: "dot", color: colors.strategy, size: 3.6 },
  ];
}
