import type { Attempt } from "../../../core/attempt.ts";
import { inBatches } from "../batches.ts";
import type { ExportSource } from "../export-source.ts";
import { boolean, type ColumnOf, integer, number, rowOf, type Table, text } from "../table.ts";
import { replyColumns } from "./reply-columns.ts";

const columns: readonly ColumnOf<Attempt>[] = [
  text("model", "Model that was asked.", (a) => a.model),
  text("task", "Task that was asked.", (a) => a.task),
  integer("taskVersion", "Version of the task.", (a) => a.taskVersion),
  text("track", "Track of the task: design, improve, implement, repair or speed.", (a) => a.track),
  integer("level", "1 easy, 3 hard.", (a) => a.level),
  text("lang", "Language of the prompt: en or zh.", (a) => a.lang),
  integer("attempt", "Which attempt of this model at this task, from 0.", (a) => a.attempt),
  text("stage", "Last stage reached.", (a) => a.stage),
  text("failure", "Kind of what ended the attempt; null if it was scored.", (a) => a.failure?.kind ?? null),
  text("failureMessage", "The same in words.", (a) => a.failure?.message ?? null),
  text("notAttempted", "Why the world gave no reply; null if it did.", (a) => a.notAttempted),
  number("score", "U in [−1, 1], or 1 or 0, or the speed-up score; null if not attempted.", (a) => a.score),
  number(
    "utility",
    "U in [−1, 1]; null off the trading tracks, or where no code ran.",
    (a) => a.utility?.value ?? null,
  ),
  number("utilityGrowth", "R, the growth part of U.", (a) => a.utility?.growth ?? null),
  number("utilitySharpe", "S, the Sharpe part of U.", (a) => a.utility?.sharpe ?? null),
  number("utilityDrawdown", "D, the drawdown part of U.", (a) => a.utility?.drawdown ?? null),
  number("activity", "A in [0, 1]; 1 where enough was traded.", (a) => a.utility?.activity ?? null),
  number("errors", "e in [0, 1], share of paths with an error.", (a) => a.utility?.errors ?? null),
  boolean(
    "faithful",
    "True if every bar equals the reference's; null on trading tracks.",
    (a) => a.fidelity?.pass ?? null,
  ),
  integer("pathsEqual", "Paths without a difference from the reference.", (a) => a.fidelity?.pathsEqual ?? null),
  integer("pathsCompared", "Paths compared with the reference.", (a) => a.fidelity?.paths ?? null),
  number("speed", "Speed-up score in [−1, 1.5]; null off the speed track.", (a) => a.speed?.score ?? null),
  number("starterMs", "CPU time of the starter, milliseconds.", (a) => a.speed?.starterMs ?? null),
  number("referenceMs", "CPU time of the reference, milliseconds.", (a) => a.speed?.referenceMs ?? null),
  number("programMs", "CPU time of the answer, milliseconds.", (a) => a.speed?.programMs ?? null),
  integer(
    "probes",
    "Probes of the look-ahead audit; null if the code did not get that far.",
    (a) => a.lookAhead?.probes ?? null,
  ),
  text(
    "offencePath",
    "Path on which later bars were used; null if none were.",
    (a) => a.lookAhead?.offence?.path ?? null,
  ),
  text(
    "offenceProbe",
    "truncate or scramble: what was done to the future.",
    (a) => a.lookAhead?.offence?.probe ?? null,
  ),
  integer("cutBar", "Last bar that was left as it was.", (a) => a.lookAhead?.offence?.cutBar ?? null),
  integer(
    "firstOffendingBar",
    "First bar whose target changed.",
    (a) => a.lookAhead?.offence?.firstOffendingBar ?? null,
  ),
  integer("typeErrors", "Errors of the type check.", (a) => a.diagnostics.length),
  integer("literals", "Dates, years, timestamps and price levels in the code.", (a) => a.literals.length),
  number(
    "cpuMs",
    "Largest CPU time of a run, milliseconds; varies from machine to machine.",
    (a) => a.resources?.cpuMs ?? null,
  ),
  number("heapMiB", "Largest heap, MiB; null if the worker died.", (a) => a.resources?.heapMiB ?? null),
  ...replyColumns,
  text("code", "TypeScript taken from the reply; null if there was none.", (a) => a.code),
];

/** One row an attempt; of several lines of one attempt the one that counts. Prompts are in attempts.jsonl alone. */
export function attemptsTable(source: ExportSource): Table {
  return {
    name: "attempts",
    doc: "One row an attempt.",
    columns,
    rows: () => inBatches(source.attempts(), (attempt) => [rowOf(columns, attempt)]),
  };
}
