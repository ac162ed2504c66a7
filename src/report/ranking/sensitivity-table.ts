import type { Manifest } from "../../core/manifest.ts";
import { quizShares, type RankSensitivity } from "../../core/ranking/rank-sensitivity.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { type CellAxis, intervalCell, intervalHead } from "../charts/interval-cell.ts";
import { formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { numberCell, table } from "../parts/table.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { modelName } from "./model-name.ts";

/** Places of every ranked row at other weights; null if nothing is ranked or there is nothing to weigh. */
export function sensitivityTable(
  rows: readonly RankSensitivity[],
  ranking: Ranking,
  manifest: Manifest,
  links: RunLinks,
): Html | null {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return null;
  if (first.byQuizShare.length === 0 && first.byPart === null) return null;
  const axis: CellAxis = { domain: [1, rows.length], ticks: [1, rows.length], width: 120 };
  const body = rows.map((row) => bodyRow(row, ranking, manifest, links, axis));
  const parts = ["growthWord", "sharpeWord", "drawdownWord"] as const;
  const columns = [
    { head: say("modelHead"), words: true },
    { head: html`<span class="unseen">${say("placesStrip")}</span>${intervalHead(axis, String)}` },
    { head: say("published") },
    ...first.byQuizShare.map((_, i) => ({ head: say("quizShare", { share: formatPercent(quizShares[i] ?? 0, 0) }) })),
    ...(first.byPart === null ? [] : parts.map((part) => ({ head: say("onlyPart", { part: say(part) }) }))),
    ...(first.overMixes === null ? [] : [{ head: say("allMixes") }]),
  ];
  return table(sayBoth("sensitivityTable"), columns, body, "sortable");
}

function bodyRow(row: RankSensitivity, ranking: Ranking, manifest: Manifest, links: RunLinks, axis: CellAxis): Html {
  const { model, rank, byQuizShare, byPart, overMixes } = row;
  const baseline = ranking.models.some((one) => one.model === model && one.baseline);
  const alone = byPart === null ? [] : [byPart.growth, byPart.sharpe, byPart.drawdown];
  const cells = [...byQuizShare, ...alone].map((place) => placeCell(place, rank));
  const range =
    overMixes === null
      ? null
      : numberCell(overMixes[0], overMixes[0] === overMixes[1] ? `${overMixes[0]}` : overMixes.join("–"));
  const all = [rank, ...byQuizShare, ...alone, ...(overMixes ?? [])];
  const strip = { value: rank, interval: [Math.min(...all), Math.max(...all)] as const, hollow: baseline };
  return html`<tr class="${baseline && "baseline"}"><th scope="row" class="l stick">${modelName({ model, baseline }, manifest.models, links)}</th><td class="drawn" data-v="${Math.max(...all) - Math.min(...all)}">${intervalCell(axis, strip)}</td>${numberCell(rank, `${rank}`)}${cells}${range}</tr>`;
}

/** A place that is not the published one is coloured: up is better. */
function placeCell(place: number, published: number): Html {
  if (place === published) return html`<td data-v="${place}">${place}</td>`;
  return html`<td data-v="${place}" class="moved ${place < published ? "rose" : "fell"}">${place}</td>`;
}
