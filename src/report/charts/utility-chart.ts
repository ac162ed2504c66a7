import { formatSigned } from "../format.ts";
import { Html } from "../html.ts";
import { colors } from "./colors.ts";
import type { Layer } from "./plot/layer.ts";
import { plot } from "./plot.ts";

/** One step of a sum, by its letter. */
export interface UtilityStep {
  readonly name: string;
  readonly value: number;
}

/** A sum from 0 step by step as hanging bars, the total last; each with its number. */
export function utilityChart(label: string, steps: readonly UtilityStep[], total: UtilityStep): Html {
  const ends: number[] = [];
  const starts: number[] = [];
  let level = 0;
  for (const { value } of steps) {
    starts.push(level);
    level += value;
    ends.push(level);
  }
  const all = [...steps, total];
  const [from, to] = [
    [...starts, 0],
    [...ends, total.value],
  ];
  const low = Math.min(0, ...to, ...from);
  const high = Math.max(0, ...to, ...from);
  const room = Math.max(0.1, (high - low) * 0.16);
  const color = (i: number): string =>
    (all[i]?.value ?? 0) < 0 ? colors.loss : i === all.length - 1 ? colors.position : colors.strategy;
  const numbers = all.map(({ value }, i): Layer => {
    const below = value < 0;
    return {
      kind: "text",
      x: i,
      y: below ? Math.min(from[i] ?? 0, to[i] ?? 0) : Math.max(from[i] ?? 0, to[i] ?? 0),
      dy: below ? 13 : -5,
      anchor: "middle",
      text: new Html(formatSigned(value, 2)),
      color: colors.ink,
    };
  });
  return plot({
    label,
    width: 440,
    x: {
      kind: "linear",
      domain: [-0.6, all.length - 0.4],
      ticks: all.map((_, i) => i),
      format: (i) => all[i]?.name ?? "",
    },
    panels: [
      {
        title: "chartUtility",
        height: 190,
        domain: [low - (low < 0 ? room : 0.02), high + room],
        format: (value) => formatSigned(value, 2),
        layers: [
          { kind: "rule", y: 0, color: colors.muted },
          ...starts.map(
            (_, i): Layer => ({
              kind: "line",
              x: [i + 0.35, i + 0.65],
              y: [ends[i] ?? 0, ends[i] ?? 0],
              color: colors.muted,
              width: 0.8,
            }),
          ),
          { kind: "bars", y: to, base: from, width: 0.7, color },
          ...numbers,
        ],
      },
    ],
  });
}
