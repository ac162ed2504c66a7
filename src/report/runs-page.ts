import { formatScore } from "../core/ranking/format-score.ts";
import { formatCount, formatDollars } from "./format.ts";
import { type Html, html } from "./html.ts";
import { type PageScript, page } from "./page.ts";
import { doneCell } from "./runs/done-cell.ts";
import type { RunSummary } from "./runs/run-summary.ts";
import { runsStyle } from "./runs/runs-style.ts";
import { stateTag } from "./runs/state-tag.ts";
import { say, sayBoth } from "./say.ts";
import { term } from "./term.ts";

/** What the viewer's first page shows. */
export interface RunsPageInput {
  /** In the order shown. */
  readonly runs: readonly RunSummary[];
  readonly benchmark: string;
  readonly script: PageScript;
  /** Where the page hears of changes. */
  readonly events: string;
}

/** The list of all runs, kept up to date by the viewer. */
export function runsPage({ runs, benchmark, script, events }: RunsPageInput): string {
  const body = html`<header><p class="nav">${say("viewerTagline")}</p><h1>${say("runsTitle")}</h1></header>
<main data-events="${events}"><div id="live-runs" data-live>${runs.length === 0 ? html`<p>${say("runsNone")}</p>` : table(runs)}</div>
<p class="small muted">${say("runsBestHint")}</p></main>`;
  return page({
    title: `${sayBoth("runsTitle")} · Walkforward`,
    body,
    benchmark,
    script,
    style: runsStyle,
    follows: true,
  });
}

function table(runs: readonly RunSummary[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("runsRegion")}"><table class="dense">
<thead><tr><th scope="col" class="l stick">${say("run")}</th><th scope="col" class="l">${say("state")}</th><th scope="col" class="l">${say("suite")}</th>
<th scope="col">${say("seed")}</th><th scope="col">${say("benchmarkVersion")}</th><th scope="col" class="l">${say("started")}</th><th scope="col">${say("progressDone")}</th>
<th scope="col">${say("progressRows")}</th><th scope="col" class="l">${say("runsBest")}</th><th scope="col">${term("overall")}</th>
<th scope="col">${say("failuresCaught")}</th><th scope="col">${say("costUsd")}</th></tr></thead>
<tbody>${runs.map(row)}</tbody></table></div>`;
}

function row(run: RunSummary): Html {
  if (run.state === "damaged") {
    return html`<tr><th scope="row" class="l stick">${run.run}</th><td class="l">${stateTag(run.state)}</td><td class="wrap" colspan="10">${run.problem}</td></tr>`;
  }
  return html`<tr><th scope="row" class="l stick"><a href="${run.href}">${run.run}</a>${run.folder !== run.run && html`<br><span class="small muted">${run.folder}</span>`}</th><td class="l">${stateTag(run.state)}</td><td class="l">${run.suite}</td>
<td>${run.seed}</td><td>${run.benchmark}</td><td class="l">${minute(run.started)}</td>${doneCell(run, run.run)}
<td>${formatCount(run.models)}</td><td class="l">${run.best?.model ?? "–"}</td><td>${best(run)}</td>
<td>${formatCount(run.failures)}</td><td>${formatDollars(run.costUsd)}</td></tr>`;
}

function best({ best }: RunSummary): string {
  if (best === null) return "–";
  const half = best.half === null ? "" : ` ± ${formatScore(best.half, best.standardError)}`;
  return `${formatScore(best.overall, best.standardError).replace("-", "−")}${half}`;
}

/** "2026-11-21 22:23". */
function minute(time: number | null): string {
  return time === null ? "–" : new Date(time).toISOString().slice(0, 16).replace("T", " ");
}
