import type { Manifest } from "../../core/manifest.ts";
import type { Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { type CellAxis, intervalCell, intervalHead } from "../charts/interval-cell.ts";
import { tens } from "../charts/score-chart.ts";
import { formatDollars, formatDuration, formatNumber, formatPercent, formatSigned } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { numberCell } from "../parts/table.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import { modelName } from "./model-name.ts";
import { points, rankRange, withInterval } from "./points.ts";
import { unrankedReason } from "./unranked.ts";

/** The ranking table: one row a model, best first, intervals drawn on common axes; unranked rows say why. */
export function scoreRows(ranking: Ranking, manifest: Pick<Manifest, "models">, links: RunLinks): Html {
  const best = ranking.models.find((row) => row.rank === 1 && !row.baseline)?.model;
  const axes = { overall: overallAxis(ranking.models), ranks: rankAxis(ranking.models) };
  const rows = ranking.models.map((row) => {
    const kind = row.baseline ? "baseline" : row.model === best ? "best" : "";
    const reason = unrankedReason(row);
    return html`<tr class="${kind}"${dataOf(row, manifest)}><td class="rank" data-v="${row.rank ?? ""}">${row.rank ?? "–"}</td>
<td class="drawn" data-v="${row.rankLow ?? ""}">${rankCell(row, axes.ranks)}</td><td>${rankRange(row)}</td>
<th scope="row" class="l stick">${modelName(row, manifest.models, links)}${reason !== null && html`<br><span class="small muted">${say("notRanked")}: ${reason}</span>`}</th>
<td class="drawn" data-v="${row.overall ?? ""}">${overallCell(row, axes.overall)}</td><td class="overall" data-v="${row.overall ?? ""}">${withInterval(row.overall, row.ci.overall, row.se.overall)}</td>
${numberCell(row.trading, points(row.trading, row.se.trading))}${numberCell(row.quiz, points(row.quiz, row.se.quiz))}${numberCell(row.engineering, points(row.engineering, row.se.engineering))}
${numberCell(row.totalReturn, formatPercent(row.totalReturn))}${numberCell(row.maxDrawdown, formatPercent(row.maxDrawdown))}${numberCell(row.sharpe, formatNumber(row.sharpe, 2))}
${numberCell(row.validAt1, formatPercent(row.validAt1, 0))}${numberCell(row.mirageGap, formatSigned(row.mirageGap, 2))}${numberCell(row.noiseReturn, formatPercent(row.noiseReturn))}
${calls(row)}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("rankingTable")}"><table class="dense sortable" id="rows">
<thead><tr>${heads(axes)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** A program is not called: it has no price and no latency. */
function calls({ baseline, costUsd, latencyMs }: RankingRow): Html {
  const [cost, latency] = baseline ? [null, null] : [costUsd, latencyMs];
  return html`${numberCell(cost, formatDollars(cost))}${numberCell(latency, formatDuration(latency))}`;
}

function heads(axes: { readonly overall: CellAxis; readonly ranks: CellAxis }): readonly Html[] {
  const all: readonly (readonly [Content, string?])[] = [
    [say("rankHead")],
    [html`<span class="unseen">${say("rankDrawn")}</span>${intervalHead(axes.ranks, String)}`, "drawn"],
    [term("rankRange")],
    [say("modelHead"), "l stick"],
    [
      html`<span class="unseen">${say("overallDrawn")}</span>${intervalHead(axes.overall, (score) => formatNumber(score, 0))}`,
      "drawn",
    ],
    [term("overall", say("interval95", { score: say("overallWord") }))],
    [term("trading")],
    [term("quiz")],
    [term("engineering")],
    [term("totalReturn", say("meanReturn"))],
    [term("maxDrawdown", say("meanDrawdown"))],
    [term("sharpe", say("meanSharpe"))],
    [term("validAt1")],
    [term("mirageGap")],
    [term("noiseReturn")],
    [term("cost")],
    [term("latency")],
  ];
  return all.map(([head, kind]) => html`<th scope="col"${kind !== undefined && html` class="${kind}"`}>${head}</th>`);
}

/** What the page's script filters and weighs by: the contract is in client/main.ts. */
function dataOf(row: RankingRow, { models }: Pick<Manifest, "models">): Html {
  const model = models.find(({ id }) => id === row.model);
  const facts: readonly (readonly [string, string | number | boolean | null | undefined])[] = [
    ["model", row.model],
    ["rank", row.rank],
    ["trading", row.trading],
    ["quiz", row.quiz],
    ["engineering", row.engineering],
    ["se-trading", row.se.trading],
    ["se-quiz", row.se.quiz],
    ["se-engineering", row.se.engineering],
    ["baseline", row.baseline],
    ["open", model?.openWeights],
    ["params", model?.parametersB.total],
    ["tags", JSON.stringify(model?.tags ?? [])],
  ];
  return html`${facts.map(([name, value]) => html` data-${name}="${String(value ?? "")}"`)}`;
}

/** All that stands there; 50 is named where it is clear of both ends. */
function overallAxis(rows: readonly RankingRow[]): CellAxis {
  const domain = tens(rows.flatMap((row) => [row.overall ?? 50, ...(row.ci.overall ?? [])]));
  const [low, high] = domain;
  const clear = Math.min(50 - low, high - 50) >= 0.25 * (high - low);
  return { domain, ticks: clear ? [low, 50, high] : [low, high], width: 104 };
}

function rankAxis(rows: readonly RankingRow[]): CellAxis {
  const last = Math.max(2, rows.filter((row) => row.rank !== null).length);
  return { domain: [1, last], ticks: [1, last], width: 64 };
}

function overallCell(row: RankingRow, axis: CellAxis): Html | null {
  if (row.overall === null) return null;
  return intervalCell(axis, { value: row.overall, interval: row.ci.overall, hollow: row.baseline });
}

function rankCell({ rank, rankLow, rankHigh, baseline }: RankingRow, axis: CellAxis): Html | null {
  if (rank === null || rankLow === null || rankHigh === null) return null;
  return intervalCell(axis, { value: rank, interval: [rankLow, rankHigh], hollow: baseline });
}
