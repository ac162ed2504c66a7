import type { PathScore } from "../../core/score/path-score.ts";
import { cutText, formatCount, formatNumber, formatPercent, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { type Column, numberCell, table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** Returns of what a path is compared with. */
export interface PathReturns {
  readonly held: number | null;
  readonly constant: number | null;
}

const figures = [
  "totalReturn",
  "buyAndHold",
  "constantExposure",
  "maxDrawdown",
  "sharpe",
  "sortino",
  "calmar",
  "volatility",
  "growthZ",
  "exposure",
  "orders",
  "trades",
  "winRate",
  "turnover",
  "beta",
  "alpha",
] as const;

/** Every path with its metrics; `others` has the returns of buying and holding it and of constant exposure, by path. */
export function pathTable(
  paths: readonly PathScore[],
  noise: PathScore | null,
  others: ReadonlyMap<string, PathReturns>,
): Html {
  const columns: readonly Column[] = [
    { head: say("path"), words: true },
    { head: say("kind"), words: true },
    { head: say("regime"), words: true },
    ...figures.map((key) => ({ head: term(key) })),
    { head: say("drawnFrom"), words: true },
  ];
  const all = noise === null ? paths : [...paths, noise];
  return table(
    sayBoth("pathTable"),
    columns,
    all.map((path, i) => row(path, i, others.get(path.path))),
    "sortable",
  );
}

function row(path: PathScore, place: number, others: PathReturns | undefined): Html {
  const kind: Content = [named("path", path.kind), path.kind === "noise" && html` (${say("notScored")})`];
  const regime: Content = [
    named("regime", path.regime),
    path.stress && html`<span class="tag">${say("stress")}</span>`,
  ];
  const name = html`<th scope="row" class="l stick"><label for="path-${place + 1}">${path.path}</label></th><td class="l">${kind}</td><td class="l">${regime}</td>`;
  const origin = html`<td class="l">${path.dataset}${path.symbol !== "" && ` · ${path.symbol}`}, ${say("fromBar", { bar: formatCount(path.start) })}</td>`;
  if (path.failure !== null || path.metrics === null) {
    const why =
      path.failure === null ? "–" : html`${say(`fail:${path.failure.kind}`)}: ${briefly(path.failure.message)}`;
    return html`<tr class="failed">${name}<td class="wrap" colspan="${figures.length}">${why}</td>${origin}</tr>`;
  }
  return html`<tr>${name}${cells(path, path.metrics, others)}${origin}</tr>`;
}

/** The start of a message: the whole of it stands in the verdict. */
function briefly(message: string): string {
  const { text, left } = cutText(message, 120);
  return left === 0 ? text : `${text}…`;
}

function cells(
  { stats }: PathScore,
  metrics: NonNullable<PathScore["metrics"]>,
  others: PathReturns | undefined,
): Html {
  const percent = (value: number | null, decimals = 1): Html => numberCell(value, formatPercent(value, decimals));
  const plain = (value: number | null, decimals: number): Html => numberCell(value, formatNumber(value, decimals));
  const count = (value: number | null): Html => numberCell(value, formatCount(value));
  return html`${[
    percent(metrics.totalReturn),
    percent(others?.held ?? null),
    percent(others?.constant ?? null),
    percent(metrics.maxDrawdown),
    plain(metrics.sharpe, 2),
    plain(metrics.sortino, 2),
    plain(metrics.calmar, 2),
    percent(metrics.volatility),
    numberCell(stats?.z ?? null, formatSigned(stats?.z ?? null, 2)),
    percent(metrics.exposure, 0),
    count(metrics.orders),
    count(metrics.trades),
    percent(metrics.winRate, 0),
    plain(metrics.turnover, 1),
    plain(metrics.beta, 2),
    percent(metrics.alpha),
  ]}`;
}
