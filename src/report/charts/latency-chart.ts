import type { Html } from "../html.ts";
import { sayBoth } from "../say.ts";
import { colors } from "./colors.ts";
import { decadeTicks } from "./decade-ticks.ts";
import { plot } from "./plot.ts";

/** Bins a decade. */
const fineness = 8;

/** How many calls took how long, in equal steps of the logarithm; null without a call that took any time. */
export function latencyChart(latencyMs: readonly number[]): Html | null {
  const places = latencyMs.flatMap((ms) => (ms > 0 ? Math.floor(fineness * Math.log10(ms / 1000)) : []));
  if (places.length === 0) return null;
  const [first, last] = [Math.min(...places) - 1, Math.max(...places) + 2];
  const counts = new Array<number>(last - first).fill(0);
  for (const place of places) counts[place - first] = (counts[place - first] ?? 0) + 1;
  return plot({
    label: sayBoth("latencyChart"),
    width: 560,
    x: {
      kind: "linear",
      domain: [first / fineness, last / fineness],
      ticks: decadeTicks(10 ** (first / fineness), 10 ** (last / fineness)).map(Math.log10),
      format: (power) => String(Number((10 ** power).toPrecision(1))),
      title: "latencySeconds",
    },
    panels: [
      {
        title: "latencyShare",
        height: 150,
        domain: [0, Math.max(...counts)],
        ticks: [0, Math.max(...counts)],
        format: String,
        layers: [
          {
            kind: "bars",
            x: counts.map((_, i) => (first + i + 0.5) / fineness),
            y: counts,
            base: 0,
            width: 1 / fineness,
            color: colors.strategy,
          },
        ],
      },
    ],
  });
}
