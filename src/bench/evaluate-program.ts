import type { LookAheadFinding } from "../core/attempt.ts";
import { scanLiterals } from "../core/code/literals.ts";
import type { Diagnostic, Literal } from "../core/diagnostic.ts";
import { type Failure, failure, type Stage } from "../core/failure.ts";
import type { Limits, RunResult } from "../core/job.ts";
import type { Positions } from "../core/positions.ts";
import { atSourceLines } from "./evaluate/at-source-lines.ts";
import { audit } from "./evaluate/audit.ts";
import { grossFault } from "./evaluate/gross-fault.ts";
import type { ProgramPath } from "./evaluate/program-path.ts";
import { runPaths } from "./evaluate/run-paths.ts";
import type { Compiler, Sandbox, Stripped } from "./ports.ts";

/** A program to be evaluated. */
export interface ProgramInput {
  /** TypeScript, as the model wrote it. */
  readonly code: string;
  readonly paths: readonly ProgramPath[];
  /** Run like the others but not audited. */
  readonly noise?: ProgramPath;
  readonly limits: Limits;
  readonly sandbox: Sandbox;
  readonly compiler: Compiler;
  /** Draws the cuts and the scrambled bars. */
  readonly seed: string;
  /** False leaves out determinism and look-ahead: for programs of our own. */
  readonly audits: boolean;
  /** Look-ahead probes a path; 10 by default, 2 where a run takes more than a quarter of its CPU limit. */
  readonly probes?: number;
}

/** What became of a program, stage by stage; its positions are not yet back-tested. */
export interface ProgramEvaluation {
  /** `scored`, or the stage at which the program failed as a whole. */
  readonly stage: Stage;
  /** Set if the program does not type-check or load, fails on every path, or looks ahead. */
  readonly failure: Failure | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly literals: readonly Literal[];
  /** JavaScript without types; null if the code is not even that. */
  readonly program: string | null;
  /** The name that the strategy gives itself; null if it has none or never ran. */
  readonly name: string | null;
  /** One a path, of a portfolio those of its first market; null where the path failed. */
  readonly positions: readonly (Positions | null)[];
  /** Of each path the positions in all of its markets; null where it failed. */
  readonly allocations: readonly (readonly Positions[] | null)[];
  readonly pathFailures: readonly (Failure | null)[];
  readonly noise: { readonly positions: Positions | null; readonly failure: Failure | null } | null;
  /** null if it was not audited. */
  readonly lookAhead: LookAheadFinding | null;
  /** Of a portfolio that looks ahead, the market whose target or stop changed; else null. */
  readonly offendingMarket: number | null;
  /** Largest CPU time of a full run, milliseconds. */
  readonly cpuMs: number;
  /** Largest heap, MiB; null if unknown. */
  readonly heapMiB: number | null;
}

/** A program that parses. */
type Program = Stripped & { readonly ok: true };

/** Ten probes on each of eight paths catch a program that peeks on one bar in a hundred. */
const probesAPath = 10;
/** A program near its CPU limit would hold a worker for minutes; two still catch what it does often. */
const probesOfSlow = 2;

/**
 * Takes a program through type-check → load → run → positions → determinism → look-ahead. Never throws for what a
 * program does: a path that fails carries its own failure, and the whole fails only with its type check, on all paths,
 * or by looking ahead.
 */
export async function evaluateProgram(input: ProgramInput): Promise<ProgramEvaluation> {
  const { code, compiler } = input;
  const stripped = compiler.strip(code);
  const diagnostics = await compiler.check(code);
  const blank = { ...blankEvaluation(input.paths.length), diagnostics, literals: scanLiterals(code) };
  if (!stripped.ok) return failed(blank, stripped.failure);
  const checked = { ...blank, program: stripped.code };
  const error = typeError(diagnostics);
  if (error !== null) return failed({ ...checked, program: null }, error);
  const ran = await runProgram(input, checked, stripped);
  if (ran.failure !== null || !input.audits) return ran;
  return auditProgram(input, ran, stripped);
}

function blankEvaluation(paths: number): ProgramEvaluation {
  return {
    stage: "scored",
    failure: null,
    diagnostics: [],
    literals: [],
    program: null,
    name: null,
    positions: new Array<null>(paths).fill(null),
    allocations: new Array<null>(paths).fill(null),
    pathFailures: new Array<null>(paths).fill(null),
    noise: null,
    lookAhead: null,
    offendingMarket: null,
    cpuMs: 0,
    heapMiB: null,
  };
}

function failed(evaluation: ProgramEvaluation, why: Failure): ProgramEvaluation {
  return { ...evaluation, stage: why.stage, failure: why };
}

function typeError(diagnostics: readonly Diagnostic[]): Failure | null {
  const first = diagnostics[0];
  if (first === undefined) return null;
  const more = diagnostics.length > 1 ? ` (and ${diagnostics.length - 1} more)` : "";
  const where = `line ${first.line}, column ${first.column}`;
  return failure("type-check", "type-error", `TS${first.code} at ${where}: ${first.message}${more}`);
}

async function runProgram(
  input: ProgramInput,
  checked: ProgramEvaluation,
  { code: program, sourceLine }: Program,
): Promise<ProgramEvaluation> {
  const { paths, noise, limits, sandbox } = input;
  const all = [...paths, ...(noise ? [noise] : [])];
  const { results, heapMiB } = await runPaths({ program, paths: all, limits, sandbox });
  const outcomes = results.map((result) => outcome(result, sourceLine));
  const name = results.find((result) => result.ok)?.name ?? null;
  const cpuMs = Math.max(0, ...results.map((result) => result.cpuMs));
  const last = outcomes[paths.length];
  const noisy = last === undefined ? null : { positions: last.allocations?.[0] ?? null, failure: last.failure };
  const own = outcomes.slice(0, paths.length);
  return withPaths(
    { ...checked, name, cpuMs, heapMiB, noise: noisy },
    own.map((each) => each.allocations),
    own.map((each) => each.failure),
  );
}

/** What came of one path: one of the two is null. */
interface Outcome {
  readonly allocations: readonly Positions[] | null;
  readonly failure: Failure | null;
}

function outcome(result: RunResult, sourceLine: (line: number) => number): Outcome {
  if (!result.ok) return { allocations: null, failure: atSourceLines(result.failure, sourceLine) };
  const { positions, allocations } = result;
  const fault = allocations === undefined ? null : grossFault(allocations);
  return fault === null
    ? { allocations: allocations ?? [positions], failure: null }
    : { allocations: null, failure: fault };
}

/** The evaluation with these outcomes of its paths; it fails as a whole if all of them do. */
function withPaths(
  evaluation: ProgramEvaluation,
  allocations: readonly (readonly Positions[] | null)[],
  pathFailures: readonly (Failure | null)[],
): ProgramEvaluation {
  const positions = allocations.map((each) => each?.[0] ?? null);
  const known = { ...evaluation, positions, allocations, pathFailures };
  const first = pathFailures[0];
  return first && pathFailures.every((each) => each !== null) ? failed(known, first) : known;
}

async function auditProgram(
  input: ProgramInput,
  ran: ProgramEvaluation,
  { code: program, sourceLine }: Program,
): Promise<ProgramEvaluation> {
  const { paths, limits, sandbox, seed } = input;
  const probes = ran.cpuMs > limits.cpuMs / 4 ? probesOfSlow : (input.probes ?? probesAPath);
  const { allocations } = ran;
  const found = await audit({ program, sourceLine, paths, allocations, limits, sandbox, seed, probes });
  const heapMiB = found.heapMiB === null ? ran.heapMiB : Math.max(ran.heapMiB ?? 0, found.heapMiB);
  const audited = withPaths(
    { ...ran, heapMiB, lookAhead: found.lookAhead, offendingMarket: found.market },
    allocations.map((each, i) => (found.determinism[i] ? null : each)),
    ran.pathFailures.map((why, i) => why ?? found.determinism[i] ?? null),
  );
  return found.failure === null ? audited : failed(audited, found.failure);
}
