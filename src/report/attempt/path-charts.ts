import type { PathScore } from "../../core/score/path-score.ts";
import { pathChart } from "../charts/path-chart.ts";
import { formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";

/** Equity and position of a program on one path. */
export interface PathCurve {
  readonly path: string;
  readonly equity: readonly number[];
  readonly position: readonly number[];
}

/** Closes of one path, the last warm-up bar first. */
export interface PathCloses {
  readonly path: string;
  readonly close: readonly number[];
}

/** A picture for every path that has a curve. */
export function pathCharts(
  paths: readonly PathScore[],
  curves: readonly PathCurve[],
  closes: readonly PathCloses[],
): Html | null {
  const figures = paths.flatMap((path) => {
    const curve = curves.find((one) => one.path === path.path);
    if (curve === undefined) return [];
    const close = closes.find((one) => one.path === path.path)?.close ?? null;
    const facts = [path.kind, path.regime, ...(path.stress ? ["stress"] : [])].join(", ");
    const label = `Path ${path.path}: equity against buy-and-hold, drawdown and position`;
    const end = formatPercent(path.metrics?.totalReturn ?? null);
    return [
      html`<figure><h3>${path.path}</h3><figcaption>${facts}; return ${end}</figcaption>${pathChart({ label, close, time: null, equity: curve.equity, position: curve.position })}</figure>`,
    ];
  });
  return figures.length === 0 ? null : html`${curveKey()}<div class="charts">${figures}</div>`;
}

/** What the colours of the curves mean. */
export function curveKey(): Html {
  return html`<p class="key"><span><i style="color:var(--strategy)"></i>equity of the strategy, after costs</span><span><i style="color:var(--market)"></i>buy and hold, without costs</span><span><i style="color:var(--loss)"></i>drawdown from the running peak</span><span><i style="color:var(--position)"></i>position, share of equity</span></p>`;
}

/** Return of buying and holding each path, from its closes. */
export function marketReturns(closes: readonly PathCloses[]): ReadonlyMap<string, number> {
  const returns = new Map<string, number>();
  for (const { path, close } of closes) {
    const [first, last] = [close[0], close.at(-1)];
    if (first !== undefined && last !== undefined) returns.set(path, last / first - 1);
  }
  return returns;
}
