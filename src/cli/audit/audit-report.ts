import { marketName, type ProgramPath } from "../../bench/evaluate/program-path.ts";
import type { ProgramEvaluation } from "../../bench/evaluate-program.ts";
import type { Diagnostic, Literal } from "../../core/diagnostic.ts";
import { type Failure, type FailureKind, failure, type Stage } from "../../core/failure.ts";

/** One line of `audit --json`. */
export interface AuditReport {
  /** As given on the command line. */
  readonly file: string;
  /** `clean`: every stage passed on every path. */
  readonly verdict: "clean" | "failed";
  /** `scored`, or the stage that failed. */
  readonly stage: Stage;
  readonly kind: FailureKind | null;
  readonly message: string | null;
  /** First bar whose target depends on bars after `cutBar`; null unless it looks ahead. */
  readonly firstOffendingBar: number | null;
  readonly cutBar: number | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Dates, years, timestamps and price levels in the code: evidence for a reader, no part of the verdict. */
  readonly literals: readonly Literal[];
  /** Largest CPU time of a run, milliseconds; null if nothing ran. */
  readonly cpuMs: number | null;
  /** Largest heap, MiB; null if nothing ran. */
  readonly heapMiB: number | null;
  /** The market, as named with --market, whose target or stop depends on later bars; null unless a portfolio looks ahead. */
  readonly instrument: string | null;
  /** The name that the strategy gives itself; null if it has none or never ran. */
  readonly name: string | null;
}

/**
 * The report of an evaluated file. A failure on a single path is a failure: an audit is stricter than a score. `path` is one
 * on which it ran: they all name their markets alike.
 */
export function auditReport(file: string, evaluation: ProgramEvaluation, path: ProgramPath | undefined): AuditReport {
  const why = evaluation.failure ?? evaluation.pathFailures.find((each) => each !== null) ?? null;
  const market = evaluation.offendingMarket;
  const ran = evaluation.program !== null;
  const offence = evaluation.lookAhead?.offence ?? null;
  return {
    ...verdict(file, why),
    firstOffendingBar: offence?.firstOffendingBar ?? null,
    cutBar: offence?.cutBar ?? null,
    diagnostics: evaluation.diagnostics,
    literals: evaluation.literals,
    cpuMs: ran ? Math.round(evaluation.cpuMs * 1000) / 1000 : null,
    heapMiB: ran ? evaluation.heapMiB : null,
    instrument: market === null ? null : marketName(path, market),
    name: evaluation.name,
  };
}

/** The report of a file that holds nothing. */
export function emptyReport(file: string): AuditReport {
  const why = failure("code", "no-code", "The file is empty; wanted `export default { … } satisfies Strategy`.");
  const nothing = { firstOffendingBar: null, cutBar: null, diagnostics: [], literals: [], cpuMs: null, heapMiB: null };
  return { ...verdict(file, why), ...nothing, instrument: null, name: null };
}

function verdict(
  file: string,
  why: Failure | null,
): Pick<AuditReport, "file" | "verdict" | "stage" | "kind" | "message"> {
  if (why === null) return { file, verdict: "clean", stage: "scored", kind: null, message: null };
  return { file, verdict: "failed", stage: why.stage, kind: why.kind, message: why.message };
}

const rows: readonly Stage[] = ["type-check", "load", "run", "positions", "determinism", "look-ahead"];

/** The report as text: one line a stage, then limits and literals. */
export function showAudit(report: AuditReport, limits: { readonly cpuMs: number; readonly memoryMiB: number }): string {
  const name = report.name === null ? "" : ` (${report.name})`;
  const lines = [`${report.file}${name}: ${report.verdict}${report.kind === null ? "" : ` (${report.kind})`}`];
  const row = (name: string, text: string): void => void lines.push(`  ${name.padEnd(12)} ${text}`);
  const failedAt = rows.indexOf(report.stage);
  for (const [i, stage] of rows.entries()) {
    if (report.verdict === "clean" || i < failedAt) row(stage, "ok");
    else if (i === failedAt) row(stage, `FAILED  ${indent(report.message ?? "")}`);
    else row(stage, "not reached");
  }
  if (failedAt < 0 && report.message !== null) row(report.stage, `FAILED  ${indent(report.message)}`);
  for (const { line, column, code, message } of report.diagnostics) {
    row("", `line ${line}, column ${column}: TS${code} ${indent(message)}`);
  }
  if (report.cpuMs !== null) {
    const heap = report.heapMiB === null ? "unknown" : report.heapMiB.toFixed(1);
    row(
      "limits",
      `CPU ${report.cpuMs.toFixed(1)} of ${limits.cpuMs} ms a run, heap ${heap} of ${limits.memoryMiB} MiB`,
    );
  }
  if (report.instrument !== null) row("instrument", `${report.instrument}, bar ${report.firstOffendingBar}`);
  row("literals", report.literals.length === 0 ? "none" : report.literals.map(showLiteral).join("; "));
  return `${lines.join("\n")}\n`;
}

function showLiteral({ kind, text, line }: Literal): string {
  return `line ${line}: ${kind} ${text}`;
}

function indent(message: string): string {
  return message.replaceAll("\n", `\n${" ".repeat(15)}`);
}
