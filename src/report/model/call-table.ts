import type { Attempt, QuizAnswer } from "../../core/attempt.ts";
import type { Reply } from "../../core/reply.ts";
import { mean, median } from "../../core/stats/estimate.ts";
import { latencyChart } from "../charts/latency-chart.ts";
import { formatCount, formatDollars, formatDuration, formatPercent, formatShortCount } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { table } from "../parts/table.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** What the calls of one model cost and took, strategy tasks and quiz apart; null if it was never called. */
export function callTable(attempts: readonly Attempt[], answers: readonly QuizAnswer[]): Html | null {
  const tasks = attempts.flatMap((attempt) => attempt.reply ?? []);
  const quiz = answers.flatMap((answer) => answer.reply ?? []);
  if (tasks.length + quiz.length === 0) return null;
  const rows = [tasks.length > 0 && row(say("callsTasks"), tasks), quiz.length > 0 && row(say("callsQuiz"), quiz)];
  const columns = [
    { head: say("callsWhat"), words: true },
    { head: say("callsHead") },
    { head: term("cost", say("costTotal")) },
    { head: say("costEach") },
    { head: say("tokensIn") },
    { head: say("tokensOut") },
    { head: say("callsReasoning") },
    { head: term("latency", say("latencyMedian")) },
    { head: say("latencyP90") },
    { head: say("latencyMost") },
    { head: say("cutOff") },
    { head: say("retried") },
  ];
  const picture = latencyChart(tasks.map((reply) => reply.latencyMs));
  return html`${table(sayBoth("calls"), columns, rows)}
${picture !== null && html`<figure class="one small-plot"><figcaption>${say("latencyChart")}: ${say("callsTasks")}</figcaption>${picture}</figure>`}`;
}

function row(name: Content, replies: readonly Reply[]): Html {
  const known = (of: (reply: Reply) => number | null): readonly number[] => replies.flatMap((reply) => of(reply) ?? []);
  const costs = known((reply) => reply.costUsd);
  const latencies = replies.map((reply) => reply.latencyMs).sort((a, b) => a - b);
  const [written, reasoned] = [
    known((reply) => reply.usage.outputTokens),
    known((reply) => reply.usage.reasoningTokens),
  ];
  const cells = [
    formatCount(replies.length),
    formatDollars(costs.length === 0 ? null : sum(costs)),
    formatDollars(mean(costs)),
    formatShortCount(mean(known((reply) => reply.usage.inputTokens))),
    formatShortCount(mean(written)),
    formatPercent(reasoned.length === 0 || sum(written) === 0 ? null : sum(reasoned) / sum(written), 0),
    formatDuration(median(latencies)),
    formatDuration(latencies[Math.ceil(0.9 * latencies.length) - 1] ?? null),
    formatDuration(latencies.at(-1) ?? null),
    formatCount(replies.filter((reply) => reply.stop === "length").length),
    formatCount(sum(replies.map((reply) => reply.retries))),
  ];
  return html`<tr><th scope="row" class="l">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
