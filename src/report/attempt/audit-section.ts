import type { Attempt } from "../../core/attempt.ts";
import { positionsOfStored } from "../../core/paths/stored-path.ts";
import { forwardFill } from "../../core/positions.ts";
import { auditChart } from "../charts/audit-chart.ts";
import { cutText, formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import { key } from "../parts/key.ts";
import type { PathAnswer } from "../parts/path-analysis.ts";
import type { PathMarket } from "../parts/path-market.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";
import { plainNumber } from "./score-tiles.ts";

/** What the audits found: look-ahead with its first offending bar, the first difference from the reference, literals; null where there is nothing to show. */
export function auditSection(
  attempt: Attempt,
  markets: readonly PathMarket[],
  answers: readonly PathAnswer[],
): Html | null {
  if (attempt.code === null) return null;
  const parts = [
    lookAheadPart(attempt, markets, answers),
    fidelityPart(attempt, markets, answers),
    literalsPart(attempt),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : html`<h2>${say("auditHead")}</h2>${parts}`;
}

function lookAheadPart(
  { lookAhead }: Attempt,
  markets: readonly PathMarket[],
  answers: readonly PathAnswer[],
): Html | null {
  if (lookAhead?.offence == null) return null;
  const { path, probe, cutBar, firstOffendingBar } = lookAhead.offence;
  const bars = { path, bar: firstOffendingBar, cut: cutBar };
  const market = markets.find((one) => one.path === path);
  const target = targetOn(path, markets, answers);
  const drawn =
    market !== undefined &&
    target !== null &&
    html`${key([
      { color: "var(--loss)", words: say("keyCut"), sign: "¦" },
      { color: "var(--loss)", words: say("keyOffence"), sign: "○" },
      { color: "var(--position)", words: say("keyTarget") },
    ])}<div class="scroll"><figure class="one">${auditChart({ label: sayBoth("offenceOf", bars), bars: market.bars, target, bar: firstOffendingBar, cut: cutBar, wanted: null })}</figure></div>
<p class="small muted">${say("offenceNote")}</p>`;
  return html`<h3>${term("lookAheadAudit")}</h3><p>${say(probe === "truncate" ? "offenceCut" : "offenceScrambled", bars)} ${say("probesRun", { count: formatCount(lookAhead.probes) })}</p>${drawn}`;
}

function fidelityPart(
  { fidelity }: Attempt,
  markets: readonly PathMarket[],
  answers: readonly PathAnswer[],
): Html | null {
  const first = fidelity?.firstDifference ?? null;
  if (first === null) return null;
  const { path, bar, wanted, given } = first;
  const column = first.column ?? "target";
  const values = { path, bar, column, wanted: plainNumber(wanted), given: plainNumber(given) };
  const market = markets.find((one) => one.path === path);
  const target = targetOn(path, markets, answers);
  const drawn =
    market !== undefined &&
    target !== null &&
    html`${key([
      { color: "var(--loss)", words: say("keyGiven"), sign: "○" },
      ...(column === "target" ? [{ color: "var(--strategy)", words: say("keyWanted"), sign: "◆" }] : []),
      { color: "var(--position)", words: say("keyTarget") },
    ])}<div class="scroll"><figure class="one">${auditChart({ label: sayBoth("differenceOf", { path, bar }), bars: market.bars, target, bar, cut: null, wanted: column === "target" ? wanted : null })}</figure></div>`;
  return html`<h3>${term("fidelity")}</h3><p>${say("differsFirst", values)}</p>${drawn}`;
}

/** The target in force after each bar of a path; null where none was stored. */
function targetOn(path: string, markets: readonly PathMarket[], answers: readonly PathAnswer[]): Float64Array | null {
  const answer = answers.find((one) => one.path === path);
  const bars = markets.find((one) => one.path === path)?.bars.length;
  if (answer === undefined || answer.target?.length !== bars) return null;
  return forwardFill(positionsOfStored(answer).target);
}

function literalsPart({ literals }: Attempt): Html | null {
  if (literals.length === 0) return null;
  const rows = literals.map(
    ({ kind, text, line }) =>
      html`<tr><td><a href="#L${line}">${line}</a></td><td class="l">${say(`literal:${kind}`)}</td><td class="l"><code>${cutText(text, 60).text}</code></td></tr>`,
  );
  const columns = [{ head: say("line") }, { head: say("kind"), words: true }, { head: say("literal"), words: true }];
  return html`<h3>${term("literals")}</h3><p class="small muted">${say("literalsNote")}</p>${table(sayBoth("literalsTable"), columns, rows)}`;
}
