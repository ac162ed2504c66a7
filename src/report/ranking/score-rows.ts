import type { Manifest } from "../../core/manifest.ts";
import { formatScore } from "../../core/ranking/format-score.ts";
import type { Interval, Ranking, RankingRow } from "../../core/ranking/ranking.ts";
import { formatDollars, formatDuration, formatNumber, formatPercent, formatShortCount } from "../format.ts";
import { type Html, html } from "../html.ts";

/** The ranking table: one row a model, best first; unranked rows say why. */
export function scoreRows(ranking: Ranking, manifest: Manifest): Html {
  const best = ranking.models.find((row) => row.rank === 1 && !row.baseline)?.model;
  const rows = ranking.models.map((row) => {
    const kind = row.baseline ? "baseline" : row.model === best ? "best" : "";
    return html`<tr class="${kind}"><td>${row.rank ?? "–"}</td><td>${rankRange(row)}</td>
<th scope="row" class="l stick">${row.model}${tag(manifest, row)}${row.unranked !== null && html`<br><span class="small muted">not ranked: ${row.unranked}</span>`}</th>
<td>${withInterval(row.overall, row.ci.overall, row.se.overall)}</td>
<td>${points(row.trading, row.se.trading)}</td><td>${points(row.quiz, row.se.quiz)}</td><td>${points(row.engineering, row.se.engineering)}</td>
<td>${formatPercent(row.totalReturn)}</td><td>${formatPercent(row.maxDrawdown)}</td><td>${formatNumber(row.sharpe, 2)}</td>
<td>${formatPercent(row.validAt1, 0)}</td><td class="wrap few">${caught(row)}</td>
<td>${formatDollars(row.costUsd)}</td><td>${formatDuration(row.latencyMs)}</td>
<td>${formatShortCount(row.inputTokens)} / ${formatShortCount(row.outputTokens)}</td></tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Ranking table"><table class="dense">
<thead><tr><th scope="col">rank</th><th scope="col">range</th><th scope="col" class="l stick">model</th><th scope="col">overall<br>± 95 %</th>
<th scope="col">trading</th><th scope="col">quiz</th><th scope="col">engi-<br>neering</th><th scope="col">mean<br>return</th>
<th scope="col">mean max<br>drawdown</th><th scope="col">mean<br>Sharpe</th><th scope="col">valid@1</th><th scope="col" class="l">failures caught</th>
<th scope="col">cost</th><th scope="col">median<br>latency</th><th scope="col">tokens<br>in / out</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** `2–6`, or `3` where the range is one place; "–" for a row that is not ranked. */
export function rankRange(row: RankingRow): string {
  if (row.rankLow === null || row.rankHigh === null) return "–";
  return row.rankLow === row.rankHigh ? `${row.rankLow}` : `${row.rankLow}–${row.rankHigh}`;
}

/** As everywhere in a page, with a true minus. */
function points(score: number | null, error: number | null): string {
  return formatScore(score, error).replace("-", "−");
}

function tag(manifest: Manifest, row: RankingRow): Html | null {
  if (row.baseline) return html`<span class="tag">baseline</span>`;
  const model = manifest.models.find(({ id }) => id === row.model);
  return model?.provider.kind === "replay" ? html`<span class="tag">recorded</span>` : null;
}

function withInterval(score: number | null, interval: Interval | null, error: number | null): string {
  const text = points(score, error);
  if (score === null || interval === null) return text;
  return `${text} ± ${formatScore(interval[1] - score, error)}`;
}

/** Kinds of failure and how often, the commonest first, one a line. */
function caught(row: RankingRow): Html {
  const kinds = Object.entries(row.failureKinds).sort(([, a], [, b]) => b - a);
  const shown = kinds.slice(0, 3).map(([kind, count]) => `${kind} ${count}`);
  const more = kinds.slice(3).reduce((sum, [, count]) => sum + count, 0);
  return html`${shown.join(", ") || "–"}${more > 0 && `, other ${more}`}`;
}
