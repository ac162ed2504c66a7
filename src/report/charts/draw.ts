import { CustomChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { dictionary, type Phrase } from "../dictionary.ts";
import { escapeHtml } from "../escape-html.ts";
import { Html } from "../html.ts";

use([LineChart, CustomChart, GridComponent, SVGRenderer]);

/** A picture: an ECharts option, its size in pixels, and what it shows in words. */
export interface Drawing {
  readonly option: Parameters<ReturnType<typeof init>["setOption"]>[0];
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** Colours are the page's own variables, so that one picture serves light and dark. */
export const colors = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  strategy: "var(--strategy)",
  market: "var(--market)",
  loss: "var(--loss)",
  position: "var(--position)",
} as const;

/** A phrase of the dictionary as text of a chart: `draw` makes both languages of it. */
export function sayInChart(key: Phrase): string {
  return `⟦${key}⟧`;
}

/** A chart as SVG inside a page: no script, no style sheet, no fixed size. */
export function draw({ option, width, height, label }: Drawing): Html {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: "system-ui, sans-serif", fontSize: 12 }, ...option });
    return new Html(tidy(chart.renderToSVGString(), label));
  } finally {
    chart.dispose();
  }
}

/** Leaves out what only a live chart needs: hover classes with their style sheet, pointer events, the fixed size. */
function tidy(svg: string, label: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class="zr[^"]*"|pointer-events="[^"]*"|ecmeta_[a-z_]+="[^"]*")/g, "")
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, "")
    .replace(/^<svg [^>]*(viewBox="[^"]*")>/, `<svg role="img" aria-label="${escapeHtml(label)}" $1>`)
    .replace(/⟦(\w+)⟧/g, (_, key: Phrase) => inBothLanguages(key))
    .replace(/ d="[^"]*"/g, (path) => path.replace(/(\.\d)\d+/g, "$1"));
}

function inBothLanguages(key: Phrase): string {
  const [en, zh] = dictionary[key];
  return `<tspan class="en">${escapeHtml(en)}</tspan><tspan class="zh">${escapeHtml(zh)}</tspan>`;
}
