import type { Html } from "../html.ts";
import { sayBoth } from "../say.ts";
import { ratioAxis, relative, shortNumber } from "./axes.ts";
import { colors } from "./colors.ts";
import { plot } from "./plot.ts";

/** One line of the small multiples: a column of equity, and how it is drawn. */
export interface EquityLine {
  readonly equity: readonly number[];
  readonly look: LineLook;
}

/** How the line of one program looks in every picture of a page. */
export interface LineLook {
  /** A variable that the key of the page changes. */
  readonly color: string;
  readonly dash: string | null;
  readonly width: number;
}

/** Told apart by the colour-blind, on paper and on slate. */
const palette: readonly (readonly [light: string, dark: string])[] = [
  ["#0072b2", "#56b4e9"],
  ["#d55e00", "#ef8a4c"],
  ["#00805d", "#35c39d"],
  ["#a1457f", "#e08fc0"],
  ["#806400", "#dcbc3c"],
  ["#5b4bb5", "#a99bf0"],
  ["#1a1c1f", "#e3e5e8"],
];
const grey = ["#8a9099", "#89909a"] as const;
const dashes: readonly (string | null)[] = [null, "6 3", "2 3", "9 3 2 3"];

/** The look of each program: models by colours and then dashes, baselines grey and thin. */
export function lineLooks(programs: readonly { readonly baseline: boolean }[]): readonly LineLook[] {
  const own = ownColors(programs);
  let model = 0;
  let baseline = 0;
  return programs.map((program, i) => {
    // Taken out of the page the picture has no such variable.
    const color = `var(--line-${i},${own[i]?.[0]})`;
    if (program.baseline) return { color, dash: dashes[baseline++ % dashes.length] ?? null, width: 0.9 };
    return { color, dash: dashes[Math.floor(model++ / palette.length) % dashes.length] ?? null, width: 1.5 };
  });
}

/**
 * Rules that colour the lines, and bring one out while its button in the key (`#line-<i>`) is chosen: the others fade.
 */
export function lineStyle(programs: readonly { readonly baseline: boolean }[]): string {
  const own = ownColors(programs).map(([light, dark]) => `light-dark(${light},${dark})`);
  const base = own.map((color, i) => `--line-${i}:var(--fade,${color})`).join(";");
  const chosen = own.map((color, i) => {
    const out = programs[i]?.baseline ? "var(--ink)" : color;
    return `.lines:has(#line-${i}:checked){--fade:color-mix(in srgb,var(--market) 22%,transparent);--line-${i}:${out}}`;
  });
  return `.lines{${base}}\n${chosen.join("\n")}\n`;
}

function ownColors(programs: readonly { readonly baseline: boolean }[]): readonly (readonly [string, string])[] {
  let model = 0;
  return programs.map(({ baseline }) => (baseline ? grey : (palette[model++ % palette.length] ?? grey)));
}

/** Equity of every program on one path against the market, from 1; logarithmic where they part widely. */
export function equityLines(path: string, close: readonly number[] | null, lines: readonly EquityLine[]): Html {
  const market = close === null ? [] : relative(close);
  const columns = [market, ...lines.map((line) => line.equity)].filter((column) => column.length > 0);
  const longest = Math.max(1, ...columns.map((column) => column.length - 1));
  const axis = ratioAxis(...columns);
  return plot({
    label: sayBoth("pathEquity", { path }),
    width: 440,
    x: { kind: "linear", domain: [0, longest] },
    panels: [
      {
        title: axis.kind === "log" ? "chartEquityLog" : "chartEquity",
        height: 190,
        ...axis,
        format: shortNumber,
        layers: [
          ...(market.length > 0 ? [{ kind: "line", y: market, color: colors.market, width: 2.6 } as const] : []),
          ...lines.map(({ equity, look }) => {
            const { color, width, dash } = look;
            return { kind: "line", y: equity, color, width, ...(dash === null ? {} : { dash }) } as const;
          }),
        ],
      },
    ],
  });
}
