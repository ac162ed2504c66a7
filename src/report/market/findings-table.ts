import { formatTime } from "../../core/market/format-csv.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import { formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import { levelColors } from "./market-chart.ts";
import { word } from "./words.ts";

/** A market with more findings than that is mended by other means than reading. */
const most = 200;
const dayMs = 86_400_000;

/** Every finding: level, rule, bars, line, time, what was found, what to do; the gravest first, as they come. */
export function findingsTable(findings: readonly MarketFinding[]): Html {
  if (findings.length === 0) return html`<p>${word("nothing")}</p>`;
  const head = (["level", "rule", "bars", "line", "time", "found", "advice"] as const).map(
    (key) => html`<th scope="col" class="l">${word(key)}</th>`,
  );
  const rows = findings.slice(0, most).map(findingRow);
  const cut =
    findings.length > most && html`<p class="small muted">${word("cut", { shown: most, all: findings.length })}</p>`;
  return html`<div class="scroll"><table class="dense"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>${cut}`;
}

function findingRow({ level, rule, count, line, time, found, advice }: MarketFinding): Html {
  const when = time === null ? "–" : formatTime(time, time % dayMs === 0);
  return html`<tr><th scope="row" class="l"><span style="border-left:4px solid ${levelColors[level]};padding-left:7px">${level}</span></th><td class="l">${rule}</td><td>${formatCount(count)}</td><td>${formatCount(line)}</td><td class="l">${when}</td><td class="wrap">${found}</td><td class="wrap">${advice}</td></tr>`;
}
