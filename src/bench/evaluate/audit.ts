import type { LookAheadFinding } from "../../core/attempt.ts";
import { type Failure, failure } from "../../core/failure.ts";
import type { Job, Limits, Probe, Run, RunResult } from "../../core/job.ts";
import { firstPositionsDifference, type PositionsDifference } from "../../core/look-ahead/compare.ts";
import { chooseCuts } from "../../core/look-ahead/cuts.ts";
import type { Path } from "../../core/paths/path.ts";
import type { Positions } from "../../core/positions.ts";
import type { Sandbox } from "../ports.ts";
import { atSourceLines } from "./at-source-lines.ts";
import { runAll, wasStopped } from "./run-all.ts";

/** A program that hangs on probes is given one more isolate, not three: what matters is confirmed probe by probe. */
const resends = 1;

/** A program with what it answered, to be audited. */
export interface AuditInput {
  readonly program: string;
  /** See Compiler.strip. */
  readonly sourceLine: (line: number) => number;
  readonly paths: readonly Path[];
  /** Positions of the full run of each path; null where it failed. */
  readonly positions: readonly (Positions | null)[];
  readonly limits: Limits;
  readonly sandbox: Sandbox;
  readonly seed: string;
  /** Look-ahead probes a path. */
  readonly probes: number;
}

/** What the audits found. */
export interface AuditResult {
  /** One a path: why it is not deterministic; null where it is, or where there was nothing to compare. */
  readonly determinism: readonly (Failure | null)[];
  readonly lookAhead: LookAheadFinding;
  /** The offence in words; null if there is none. */
  readonly failure: Failure | null;
  readonly heapMiB: number | null;
}

type ProbeRun = Run & { readonly probe: Probe };

interface Probed {
  readonly run: ProbeRun;
  readonly result: RunResult;
}

type Offence = NonNullable<LookAheadFinding["offence"]>;

/** The offending probe, the column that changed, and how the program failed on it; null if it answered. */
interface Found {
  readonly offence: Offence;
  readonly column: PositionsDifference["column"];
  readonly fault: Failure | null;
}

/**
 * Runs every path once more and the look-ahead probes, in other isolates than the full runs and each run in a fresh
 * context. Targets and stops up to a cut must be bit-identical to the full run's. The first path is probed first: most leaks show
 * there, and the others are then not run. Failures of probes:
 * - truncated: the program answered when later bars were there, so its answer hangs on them: look-ahead. No cut is
 *   shorter than the warm-up, so an honest length guard is not met. A stopped probe is tried once more.
 * - scrambled: the bars after the cut may be what it fails on (an unclamped target, say), which is no look-ahead: it says
 *   nothing, unless every scrambled probe of every path fails.
 *
 * What it cannot see. A probe shows a leak only at the bars just before its cut: of 80, a leak of one bar ahead on one bar
 * in 100 escapes only if it neither earns nor stands out from a target that changes at every bar; on one in 200 it often does.
 * A program that tells scrambled bars from the true ones (by their volatility, say) and keeps still on both them and truncated ones
 * is as clean as it pretends to be in every probe. A leak that waits for what no path has (a price, a date, an hour)
 * is not there to be found, nor does it earn anything there. And a program that knows the market by heart reads no
 * later bar: against that stand the disguise of scored paths and the literal scan.
 */
export async function audit(input: AuditInput): Promise<AuditResult> {
  const { program, paths, positions, limits, sandbox } = input;
  const answered = paths.flatMap((_, i) => (positions[i] ? [i] : []));
  const job = { programs: [program], bars: paths.map((path) => path.bars), limits };
  const repeats = answered.map((bars): Run => ({ program: 0, bars }));
  const early = answered.slice(0, 1).flatMap((i) => pathProbes(input, i));
  const opening = await runAll(sandbox, { ...job, runs: [...repeats, ...early] }, resends);

  const determinism: (Failure | null)[] = paths.map(() => null);
  for (const [k, i] of answered.entries()) {
    const repeated = await again(sandbox, job, repeats[k], opening.results[k]);
    determinism[i] = compareRepeat(positions[i], repeated, input.sourceLine);
  }
  const isSteady = (run: ProbeRun): boolean => determinism[run.bars] === null;
  const confirm = (runs: readonly ProbeRun[], results: readonly RunResult[]): Promise<readonly Probed[]> =>
    confirmProbes(sandbox, job, runs, results, isSteady);

  const probed = [...(await confirm(early, opening.results.slice(repeats.length)))];
  let heapMiB = opening.heapMiB;
  if (findOffence(input, probed) === null) {
    const late = answered.slice(1).filter((i) => determinism[i] === null);
    const runs = late.flatMap((i) => pathProbes(input, i));
    const closing = await runAll(sandbox, { ...job, runs }, resends);
    probed.push(...(await confirm(runs, closing.results)));
    if (closing.heapMiB !== null) heapMiB = Math.max(heapMiB ?? 0, closing.heapMiB);
  }
  const found = findOffence(input, probed) ?? failsOnEveryScramble(input, probed);
  const lookAhead = { probes: probed.length, offence: found?.offence ?? null };
  return { determinism, lookAhead, failure: found === null ? null : describe(found), heapMiB };
}

/** Probes with their results, those of unsteady paths left out; after a truncated probe that failed for good, no more. */
async function confirmProbes(
  sandbox: Sandbox,
  job: AuditJob,
  runs: readonly ProbeRun[],
  results: readonly RunResult[],
  isSteady: (run: ProbeRun) => boolean,
): Promise<readonly Probed[]> {
  const probed: Probed[] = [];
  for (const [k, run] of runs.entries()) {
    const result = results[k];
    if (result === undefined || !isSteady(run)) continue;
    const truncated = run.probe.kind === "truncate";
    const confirmed = (truncated ? await again(sandbox, job, run, result) : result) ?? result;
    probed.push({ run, result: confirmed });
    if (truncated && !confirmed.ok) break;
  }
  return probed;
}

function pathProbes(input: AuditInput, bars: number): readonly ProbeRun[] {
  const path = input.paths[bars];
  const target = input.positions[bars]?.target;
  if (path === undefined || target === undefined) return [];
  const { warmupBars } = path;
  const cuts = { bars: path.bars, target, warmupBars, count: input.probes, seed: `${input.seed}|probe|${path.id}` };
  return chooseCuts(cuts).map((probe) => ({ program: 0, bars, probe }));
}

/** The result, or that of a second try if the run was stopped: a crowded machine must not decide. */
async function again(
  sandbox: Sandbox,
  job: AuditJob,
  run: Run | undefined,
  result: RunResult | undefined,
): Promise<RunResult | undefined> {
  if (run === undefined || !wasStopped(result)) return result;
  return (await sandbox.run({ ...job, runs: [run] })).runs[0];
}

type AuditJob = Pick<Job, "programs" | "bars" | "limits">;

function compareRepeat(
  first: Positions | null | undefined,
  second: RunResult | undefined,
  sourceLine: (line: number) => number,
): Failure | null {
  if (first === undefined || first === null || second === undefined) return null;
  const kind = "non-deterministic";
  if (!second.ok) {
    const { message } = atSourceLines(second.failure, sourceLine);
    return failure("determinism", kind, `A second run over the same bars failed: ${message}`);
  }
  const found = firstPositionsDifference(first, second.positions, first.target.length - 1);
  if (found === null) return null;
  const where = `${found.column === "target" ? "" : `in ${found.column} `}at bar ${found.bar}`;
  return failure(
    "determinism",
    kind,
    `Two runs over the same bars differ first ${where}: ${found.full} and ${found.probed}.`,
  );
}

/** The first probe whose answer hangs on bars after its cut: by path, then by cut. */
function findOffence(input: AuditInput, probed: readonly Probed[]): Found | null {
  for (const each of probed) {
    const difference = differenceOf(each, input.positions[each.run.bars]);
    if (difference !== null) return offence(input, each, difference);
  }
  return null;
}

function failsOnEveryScramble(input: AuditInput, probed: readonly Probed[]): Found | null {
  const scrambled = probed.filter((each) => each.run.probe.kind === "scramble");
  const first = scrambled[0];
  if (first === undefined || scrambled.some((each) => each.result.ok)) return null;
  return offence(input, first, { bar: first.run.probe.bar, column: "target" });
}

type Place = Pick<PositionsDifference, "bar" | "column">;

function differenceOf({ run, result }: Probed, positions: Positions | null | undefined): Place | null {
  const { probe } = run;
  if (result.ok) return positions ? firstPositionsDifference(positions, result.positions, probe.bar) : null;
  return probe.kind === "truncate" ? { bar: probe.bar, column: "target" } : null;
}

function offence(input: AuditInput, { run, result }: Probed, { bar: firstOffendingBar, column }: Place): Found {
  const { bars, probe } = run;
  const path = input.paths[bars]?.id ?? `${bars}`;
  return {
    offence: { path, probe: probe.kind, cutBar: probe.bar, firstOffendingBar },
    column,
    fault: result.ok ? null : atSourceLines(result.failure, input.sourceLine),
  };
}

/** A look-ahead offence as the failure of the attempt. */
function describe({ offence, column, fault }: Found): Failure {
  const { path, probe, cutBar, firstOffendingBar } = offence;
  const change = `when the bars after bar ${cutBar} are ${probe === "truncate" ? "taken away" : "replaced by others"}`;
  const what = fault === null ? `the ${column} of bar ${firstOffendingBar} changes` : "the program answers, but not";
  const how = fault === null ? "" : ` (${fault.kind}: ${fault.message})`;
  return failure("look-ahead", "look-ahead", `On ${path} ${what} ${change}${how}: it depends on the future.`);
}
