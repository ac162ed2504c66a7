import type { Attempt } from "../../core/attempt.ts";
import { cutText, formatCount, formatDollars, formatDuration, formatNumber } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { say } from "../say.ts";
import { term } from "../term.ts";

/** What the attempt cost: the call, and the machine. */
export function resourceFacts(attempt: Attempt): Html {
  const { reply, resources } = attempt;
  const rows: (readonly [Content, Content])[] = [];
  if (reply !== null) {
    rows.push(
      [say("stoppedBy"), say(`stop:${reply.stop}`)],
      [term("latencyOfCall"), formatDuration(reply.latencyMs)],
      [say("failedCalls"), formatCount(reply.retries)],
      [term("tokens", say("tokensRead")), formatCount(reply.usage.inputTokens)],
      [say("tokensCached"), formatCount(reply.usage.cachedTokens)],
      [term("tokens", say("tokensWritten")), formatCount(reply.usage.outputTokens)],
      [say("tokensReasoning"), formatCount(reply.usage.reasoningTokens)],
      [term("cost"), formatDollars(reply.costUsd)],
      [say("servedAs"), reply.servedModel === null ? "–" : cutText(reply.servedModel, 80).text],
    );
  }
  rows.push(
    [term("cpuTime"), formatDuration(resources?.cpuMs ?? null)],
    [term("heap"), resources?.heapMiB == null ? "–" : `${formatNumber(resources.heapMiB, 1)}\u00a0MiB`],
  );
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
