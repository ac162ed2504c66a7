import type { Attempt } from "../../core/attempt.ts";
import { countOf, cutText, formatCount, formatDollars, formatDuration, formatNumber } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";

/** What the audits found: look-ahead, literals. */
export function auditFacts(attempt: Attempt): Html | null {
  if (attempt.code === null) return null;
  const { lookAhead, literals } = attempt;
  const items: Content[] = [];
  if (lookAhead === null) items.push(html`<li>Look-ahead: not audited, the program did not get that far.</li>`);
  else if (lookAhead.offence === null) {
    items.push(
      html`<li>Look-ahead: clean in ${countOf(lookAhead.probes, "probe")} (bars after a cut taken away or replaced by others).</li>`,
    );
  } else {
    const { path, probe, cutBar, firstOffendingBar } = lookAhead.offence;
    items.push(
      html`<li>Look-ahead: <b>found</b> on ${path}, probe “${probe}”, cut after bar ${cutBar}, first target that changed: bar ${firstOffendingBar}. ${countOf(lookAhead.probes, "probe")} run.</li>`,
    );
  }
  items.push(literalsItem(literals));
  return html`<ul class="plain">${items}</ul>`;
}

function literalsItem(literals: Attempt["literals"]): Html {
  if (literals.length === 0) return html`<li>Literals: no date, year, time stamp or price level in the code.</li>`;
  const shown = literals
    .slice(0, 30)
    .map(({ kind, text, line }) => `${cutText(text, 60).text} (${kind}, line ${line})`);
  const more = literals.length > 30 ? `, and ${literals.length - 30} more` : "";
  return html`<li>Literals worth a look (evidence, no verdict): ${shown.join(", ")}${more}.</li>`;
}

/** What the attempt cost: the call, and the machine. */
export function resourceFacts(attempt: Attempt): Html {
  const { reply, resources } = attempt;
  const rows: (readonly [string, string])[] = [];
  if (reply !== null) {
    rows.push(
      ["stopped by", reply.stop],
      ["latency", formatDuration(reply.latencyMs)],
      ["calls that failed before", formatCount(reply.retries)],
      ["tokens read", formatCount(reply.usage.inputTokens)],
      ["of these cached", formatCount(reply.usage.cachedTokens)],
      ["tokens written", formatCount(reply.usage.outputTokens)],
      ["of these reasoning", formatCount(reply.usage.reasoningTokens)],
      ["cost", formatDollars(reply.costUsd)],
      ["served as", reply.servedModel === null ? "–" : cutText(reply.servedModel, 80).text],
    );
  }
  rows.push(
    ["largest CPU time of a run", formatDuration(resources?.cpuMs ?? null)],
    ["largest heap", resources?.heapMiB == null ? "–" : `${formatNumber(resources.heapMiB, 1)}\u00a0MiB`],
  );
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
