import type { Manifest } from "../core/manifest.ts";
import { formatScore } from "../core/ranking/format-score.ts";
import type { Ranking, RankingRow } from "../core/ranking/ranking.ts";
import { formatCount, formatDollars, formatPercent, formatShortCount } from "./format.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { doneCell } from "./runs/done-cell.ts";
import { type ModelProgress, modelProgress, runProgress } from "./runs/model-progress.ts";
import { runsStyle } from "./runs/runs-style.ts";
import { stateTag } from "./runs/state-tag.ts";
import { say, sayBoth, sayText } from "./say.ts";
import { term } from "./term.ts";

/** What the page of a run that is going on shows. */
export interface ProgressPageInput {
  readonly manifest: Manifest;
  /** Of what is done so far. */
  readonly ranking: Ranking;
  readonly script: PageScript;
  /** Where the page hears of changes. */
  readonly events: string;
  /** The list of all runs. */
  readonly home: string;
}

/** How far a run is, model by model, with the ranking so far marked as provisional; kept up to date by the viewer. */
export function progressPage({ manifest, ranking, script, events, home }: ProgressPageInput): string {
  const models = modelProgress(manifest, ranking);
  const whole = runProgress(models);
  const share = formatPercent(whole.total === 0 ? null : whole.done / whole.total, 0);
  const values = { done: formatCount(whole.done), total: formatCount(whole.total), share };
  const body = html`<header><p class="nav"><a href="${home}">${say("allRuns")}</a></p>
<h1>${say("progressTitle", { run: manifest.run })} ${stateTag("running")}</h1></header>
<main data-events="${events}"><div id="live-whole" class="whole" data-live><p>${say("progressLead", values)}</p>
<progress max="${Math.max(1, whole.total)}" value="${whole.done}" aria-label="${sayBoth("progressDone")}"></progress></div>
<noscript><p>${say("progressNoScript")}</p></noscript>
<h2 id="ranking">${say("provisional")}</h2>
<p class="callout">${say("provisionalNote")}</p>
${table(models)}
<p><a href="index.html">${say("pagesSoFar")}</a></p></main>`;
  return page({
    title: sayText("en", "progressTitle", { run: manifest.run }),
    body,
    benchmark: ranking.benchmark,
    script,
    style: runsStyle,
    follows: true,
  });
}

function table(models: readonly ModelProgress[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("progressRegion")}"><table class="dense">
<thead><tr><th scope="col" class="l stick">${say("model")}</th><th scope="col">${say("attempts")}</th><th scope="col">${say("answers")}</th>
<th scope="col">${say("failuresCaught")}</th><th scope="col">${say("unanswered")}</th><th scope="col">${say("tokensInOut")}</th><th scope="col">${say("costUsd")}</th>
<th scope="col">${term("trading")}</th><th scope="col">${term("quiz")}</th><th scope="col">${term("overall")}</th></tr></thead>
<tbody id="live-models" data-live>${models.map(row)}</tbody></table></div>`;
}

function row({ row, attempts, answers, failures }: ModelProgress): Html {
  const stated = row.inputTokens !== null || row.outputTokens !== null;
  const tokens = stated ? `${formatShortCount(row.inputTokens)} / ${formatShortCount(row.outputTokens)}` : "–";
  return html`<tr class="${row.baseline ? "baseline" : ""}"><th scope="row" class="l stick">${row.model}</th>${doneCell(attempts, sayBoth("attempts"))}${doneCell(answers, sayBoth("answers"))}
<td>${formatCount(failures)}</td><td>${formatCount(row.notAttempted)}</td><td>${tokens}</td><td>${formatDollars(row.costUsd)}</td>
<td>${points(row, "trading")}</td><td>${points(row, "quiz")}</td><td>${points(row, "overall")}</td></tr>`;
}

function points(row: RankingRow, name: "trading" | "quiz" | "overall"): string {
  return formatScore(row[name], row.se[name]).replace("-", "−");
}
