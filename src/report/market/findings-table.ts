import { formatTime } from "../../core/market/format-csv.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import { formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { sentence } from "./in-chinese.ts";
import { levelColors } from "./market-chart.ts";

/** A market with more findings than that is mended by other means than reading. */
const most = 200;
const dayMs = 86_400_000;

/** Every finding: level, rule, bars, line, time, what was found, what to do; the gravest first, as they come. */
export function findingsTable(findings: readonly MarketFinding[]): Html {
  if (findings.length === 0) return html`<p>${say("market:nothing")}</p>`;
  const rows = findings.slice(0, most).map(findingRow);
  const cut =
    findings.length > most &&
    html`<p class="small muted">${say("market:cut", { shown: most, all: findings.length })}</p>`;
  const columns = (["level", "rule", "bars", "line", "time", "found", "advice"] as const).map((key) => ({
    head: say(`market:${key}`),
    words: true,
  }));
  return html`${table(sayBoth("market:findings"), columns, rows)}${cut}`;
}

function findingRow({ level, rule, count, line, time, found, advice }: MarketFinding): Html {
  const when = time === null ? "–" : formatTime(time, time % dayMs === 0);
  return html`<tr><th scope="row" class="l"><span style="border-left:4px solid ${levelColors[level]};padding-left:7px">${say(`market:${level}Level`)}</span></th><td class="l">${rule}</td><td>${formatCount(count)}</td><td>${formatCount(line)}</td><td class="l">${when}</td><td class="wrap">${sentence(found)}</td><td class="wrap">${sentence(advice)}</td></tr>`;
}
