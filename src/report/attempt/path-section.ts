import { formatPercent } from "../format.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { say } from "../say.ts";
import { pathPanel } from "./path-panel.ts";
import { type PathReturns, pathTable } from "./path-table.ts";
import { pathTabs } from "./path-tabs.ts";
import { pooled } from "./pooled.ts";
import { type Evidence, scoredAnalyses } from "./summary.ts";

/** All that a program did: every path in a table, all together, then one path at a time. */
export function pathSection(
  evidence: Evidence,
  others: ReadonlyMap<string, PathReturns>,
  tradesFile: string | null,
): Html | null {
  const { attempt, analyses } = evidence;
  if (attempt.paths.length === 0) return null;
  const unscored = attempt.failure !== null && attempt.failure.kind !== "unfaithful";
  const scored = scoredAnalyses(evidence);
  return html`<h2>${say("pathsHead")}</h2>
${unscored && html`<p>${say("pathsUnscored")}</p>`}
${pathTable(attempt.paths, attempt.noise, others)}
<p class="small muted">${say("pathsNote")}</p>
${analyses.length === 0 && html`<p>${say("noCurves")}</p>`}
${scored.length > 0 && html`<h2>${say("pooledHead")}</h2>${pooled(scored)}`}
${tabs(evidence, tradesFile)}`;
}

/** In the order of the table, numbered as there; paths without stored positions have none. */
function tabs({ attempt, analyses }: Evidence, tradesFile: string | null): Html | null {
  if (analyses.length === 0) return null;
  const all = attempt.noise === null ? attempt.paths : [...attempt.paths, attempt.noise];
  const panels = all.flatMap((path, i) => {
    const found = analyses.find((one) => one.market.path === path.path);
    if (found === undefined) return [];
    const end = formatPercent(found.metrics.totalReturn, 0);
    const words = html`${path.path} <span class="muted">${named("path", path.kind)} ${end}</span>`;
    return [{ number: i + 1, words, panel: pathPanel(found, tradesFile) }];
  });
  return html`<h2>${say("eachHead")}</h2><div class="explorer" hidden></div>${pathTabs(panels)}`;
}
