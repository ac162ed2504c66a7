import type { PathScore } from "../../core/score/path-score.ts";
import { formatCount, formatNumber, formatPercent, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";

const heads: readonly string[] = [
  "return",
  "buy and<br>hold",
  "max<br>drawdown",
  "Sharpe",
  "Sortino",
  "Calmar",
  "volatility",
  "z of<br>growth",
  "exposure",
  "orders",
  "trades",
  "win rate",
  "turnover",
  "beta",
  "alpha",
];

/** Every path with its metrics; `market` is the return of buying and holding it, where it is known. */
export function pathTable(
  paths: readonly PathScore[],
  noise: PathScore | null,
  market: ReadonlyMap<string, number>,
): Html {
  const rows = paths.map((path) => row(path, market));
  const columns = heads.map(
    (head) =>
      html`<th scope="col">${head.split("<br>").flatMap((part, i) => (i === 0 ? [part] : [html`<br>`, part]))}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Metrics by path"><table class="dense">
<thead><tr><th scope="col" class="l stick">path</th><th scope="col" class="l">kind</th><th scope="col" class="l">regime</th>${columns}<th scope="col" class="l">drawn from</th></tr></thead>
<tbody>${rows}${noise !== null && row(noise, market)}</tbody></table></div>`;
}

function row(path: PathScore, market: ReadonlyMap<string, number>): Html {
  const origin = html`<td class="l">${path.dataset}${path.symbol !== "" && ` · ${path.symbol}`}, bar ${formatCount(path.start)}</td>`;
  const scored = path.kind === "noise" ? "noise (not scored)" : path.kind;
  const name = html`<th scope="row" class="l stick">${path.path}</th><td class="l">${scored}</td><td class="l">${path.regime}${path.stress && html`<span class="tag">stress</span>`}</td>`;
  const { metrics } = path;
  if (path.failure !== null || metrics === null) {
    const why = path.failure === null ? "–" : `${path.failure.kind}: ${path.failure.message}`;
    return html`<tr class="failed">${name}<td class="wrap" colspan="${heads.length}">${why}</td>${origin}</tr>`;
  }
  const cells = [
    formatPercent(metrics.totalReturn),
    formatPercent(market.get(path.path) ?? null),
    formatPercent(metrics.maxDrawdown),
    formatNumber(metrics.sharpe, 2),
    formatNumber(metrics.sortino, 2),
    formatNumber(metrics.calmar, 2),
    formatPercent(metrics.volatility),
    formatSigned(path.stats?.z ?? null, 2),
    formatPercent(metrics.exposure, 0),
    formatCount(metrics.orders),
    formatCount(metrics.trades),
    formatPercent(metrics.winRate, 0),
    formatNumber(metrics.turnover, 1),
    formatNumber(metrics.beta, 2),
    formatPercent(metrics.alpha),
  ];
  return html`<tr>${name}${cells.map((cell) => html`<td>${cell}</td>`)}${origin}</tr>`;
}
