import type { LookAheadFinding } from "../../core/attempt.ts";
import { type Failure, failure } from "../../core/failure.ts";
import type { Job, Limits, Probe, Run, RunResult } from "../../core/job.ts";
import { type AllocationsDifference, firstAllocationsDifference } from "../../core/look-ahead/compare.ts";
import { chooseCuts, choosePortfolioCuts } from "../../core/look-ahead/cuts.ts";
import type { Positions } from "../../core/positions.ts";
import type { Sandbox } from "../ports.ts";
import { atSourceLines } from "./at-source-lines.ts";
import { marketName, type ProgramPath, pathRuns } from "./program-path.ts";
import { runAll, wasStopped } from "./run-all.ts";

/** A program that hangs on probes is given one more isolate, not three: what matters is confirmed probe by probe. */
const resends = 1;

/** A program with what it answered, to be audited. */
export interface AuditInput {
  readonly program: string;
  /** See Compiler.strip. */
  readonly sourceLine: (line: number) => number;
  readonly paths: readonly ProgramPath[];
  /** Positions of the full run of each path in all of its markets; null where it failed. */
  readonly allocations: readonly (readonly Positions[] | null)[];
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
  /** Of a portfolio that looks ahead, the market that changed; null elsewhere, and where the program only failed. */
  readonly market: number | null;
  /** The offence in words; null if there is none. */
  readonly failure: Failure | null;
  readonly heapMiB: number | null;
}

interface ProbeRun {
  /** Index of its path. */
  readonly path: number;
  readonly probe: Probe;
  readonly run: Run;
}

interface Probed extends ProbeRun {
  readonly result: RunResult;
}

type Offence = NonNullable<LookAheadFinding["offence"]>;

/** The offending probe, the column that changed, and how the program failed on it; null if it answered. */
interface Found {
  readonly offence: Offence;
  readonly column: AllocationsDifference["column"];
  /** null for a path of one market, and where the program did not answer. */
  readonly market: number | null;
  /** How that market is called. */
  readonly marketName: string | null;
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
  const { program, paths, allocations, limits, sandbox } = input;
  const answered = paths.flatMap((_, i) => (allocations[i] ? [i] : []));
  const { bars, runs: full } = pathRuns(paths);
  const job = { programs: [program], bars, limits };
  const probesOf = (i: number): readonly ProbeRun[] => pathProbes(input, i, full[i]);
  const repeats = answered.flatMap((i) => full[i] ?? []);
  const early = answered.slice(0, 1).flatMap(probesOf);
  const opening = await runAll(sandbox, { ...job, runs: [...repeats, ...early.map(({ run }) => run)] }, resends);

  const determinism: (Failure | null)[] = paths.map(() => null);
  for (const [k, i] of answered.entries()) {
    const repeated = await again(sandbox, job, repeats[k], opening.results[k]);
    determinism[i] = compareRepeat(input, i, repeated);
  }
  const isSteady = ({ path }: ProbeRun): boolean => determinism[path] === null;
  const confirm = (sent: readonly ProbeRun[], results: readonly RunResult[]): Promise<readonly Probed[]> =>
    confirmProbes(sandbox, job, sent, results, isSteady);

  const probed = [...(await confirm(early, opening.results.slice(repeats.length)))];
  let heapMiB = opening.heapMiB;
  if (findOffence(input, probed) === null) {
    const late = answered.slice(1).filter((i) => determinism[i] === null);
    const sent = late.flatMap(probesOf);
    const closing = await runAll(sandbox, { ...job, runs: sent.map(({ run }) => run) }, resends);
    probed.push(...(await confirm(sent, closing.results)));
    if (closing.heapMiB !== null) heapMiB = Math.max(heapMiB ?? 0, closing.heapMiB);
  }
  const found = findOffence(input, probed) ?? failsOnEveryScramble(input, probed);
  const lookAhead = { probes: probed.length, offence: found?.offence ?? null };
  const why = found === null ? null : describe(found);
  return { determinism, lookAhead, market: found?.market ?? null, failure: why, heapMiB };
}

/** Probes with their results, those of unsteady paths left out; after a truncated probe that failed for good, no more. */
async function confirmProbes(
  sandbox: Sandbox,
  job: AuditJob,
  sent: readonly ProbeRun[],
  results: readonly RunResult[],
  isSteady: (probe: ProbeRun) => boolean,
): Promise<readonly Probed[]> {
  const probed: Probed[] = [];
  for (const [k, each] of sent.entries()) {
    const result = results[k];
    if (result === undefined || !isSteady(each)) continue;
    const truncated = each.probe.kind === "truncate";
    const confirmed = (truncated ? await again(sandbox, job, each.run, result) : result) ?? result;
    probed.push({ ...each, result: confirmed });
    if (truncated && !confirmed.ok) break;
  }
  return probed;
}

function pathProbes(input: AuditInput, path: number, full: Run | undefined): readonly ProbeRun[] {
  const probed = input.paths[path];
  const answers = input.allocations[path];
  if (probed === undefined || full === undefined || !answers) return [];
  const { bars, markets, warmupBars } = probed;
  const shared = { warmupBars, count: input.probes, seed: `${input.seed}|probe|${probed.id}` };
  const targets = answers.map(({ target }) => target);
  const [target] = targets;
  if (target === undefined) return [];
  const probes =
    markets === undefined
      ? chooseCuts({ ...shared, bars, target })
      : choosePortfolioCuts({ ...shared, markets, targets });
  return probes.map((probe) => ({ path, probe, run: { ...full, probe } }));
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
  { allocations, paths, sourceLine }: AuditInput,
  path: number,
  second: RunResult | undefined,
): Failure | null {
  const first = allocations[path];
  if (first === undefined || first === null || second === undefined) return null;
  const kind = "non-deterministic";
  if (!second.ok) {
    const { message } = atSourceLines(second.failure, sourceLine);
    return failure("determinism", kind, `A second run over the same bars failed: ${message}`);
  }
  const found = firstAllocationsDifference(first, answersOf(second), (first[0]?.target.length ?? 0) - 1);
  if (found === null) return null;
  const market = first.length > 1 ? `of ${marketName(paths[path], found.market)} ` : "";
  const where = `${market}${found.column === "target" ? "" : `in ${found.column} `}at bar ${found.bar}`;
  return failure(
    "determinism",
    kind,
    `Two runs over the same bars differ first ${where}: ${found.full} and ${found.probed}.`,
  );
}

/** The first probe whose answer hangs on bars after its cut: by path, then by cut. */
function findOffence(input: AuditInput, probed: readonly Probed[]): Found | null {
  for (const each of probed) {
    const difference = differenceOf(each, input.allocations[each.path]);
    if (difference !== null) return offence(input, each, difference);
  }
  return null;
}

function failsOnEveryScramble(input: AuditInput, probed: readonly Probed[]): Found | null {
  const scrambled = probed.filter((each) => each.probe.kind === "scramble");
  const first = scrambled[0];
  if (first === undefined || scrambled.some((each) => each.result.ok)) return null;
  return offence(input, first, { bar: first.probe.bar, column: "target", market: null });
}

/** Where an answer changed; `market` is null where there was none. */
interface Place extends Pick<AllocationsDifference, "bar" | "column"> {
  readonly market: number | null;
}

function differenceOf({ probe, result }: Probed, full: readonly Positions[] | null | undefined): Place | null {
  if (result.ok) return full ? firstAllocationsDifference(full, answersOf(result), probe.bar) : null;
  return probe.kind === "truncate" ? { bar: probe.bar, column: "target", market: null } : null;
}

/** The answers of a run, one a market. */
function answersOf({ positions, allocations }: RunResult & { readonly ok: true }): readonly Positions[] {
  return allocations ?? [positions];
}

function offence(input: AuditInput, { path, probe, result }: Probed, place: Place): Found {
  const { bar: firstOffendingBar, column } = place;
  const probed = input.paths[path];
  const market = probed?.markets === undefined ? null : place.market;
  return {
    offence: { path: probed?.id ?? `${path}`, probe: probe.kind, cutBar: probe.bar, firstOffendingBar },
    column,
    market,
    marketName: market === null ? null : marketName(probed, market),
    fault: result.ok ? null : atSourceLines(result.failure, input.sourceLine),
  };
}

/** A look-ahead offence as the failure of the attempt. */
function describe({ offence, column, marketName: market, fault }: Found): Failure {
  const { path, probe, cutBar, firstOffendingBar } = offence;
  const change = `when the bars after bar ${cutBar} are ${probe === "truncate" ? "taken away" : "replaced by others"}`;
  const what =
    fault === null
      ? `the ${column} of ${market === null ? "" : `${market} at `}bar ${firstOffendingBar} changes`
      : "the program answers, but not";
  const how = fault === null ? "" : ` (${fault.kind}: ${fault.message})`;
  return failure("look-ahead", "look-ahead", `On ${path} ${what} ${change}${how}: it depends on the future.`);
}
