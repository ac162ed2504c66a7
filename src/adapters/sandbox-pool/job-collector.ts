import { type Fault, type HostMessage, parseWorkerMessage, type WorkerMessage } from "../../../sandbox/protocol.ts";
import { type Bars, barColumns } from "../../core/bars.ts";
import { type Failure, failure } from "../../core/failure.ts";
import type { Job, JobResult, Run, RunResult } from "../../core/job.ts";
import { type Positions, type StopColumn, stopColumns } from "../../core/positions.ts";
import { printable } from "../../core/printable.ts";

/** Throws a RangeError for a job that names programs, bars or probe bars which it does not have: a fault of ours. */
export function checkJob(job: Job): void {
  for (const run of job.runs) {
    const bars = job.bars[run.bars];
    if (bars === undefined) throw new RangeError(`Run over bars ${run.bars} of ${job.bars.length}.`);
    if (run.markets !== undefined) checkMarkets(run, run.markets, job.bars);
    if (job.programs[run.program] === undefined) {
      throw new RangeError(`Run of program ${run.program} of ${job.programs.length}.`);
    }
    if (run.probe !== undefined && !(run.probe.bar >= 0 && run.probe.bar < bars.length)) {
      throw new RangeError(`Probe at bar ${run.probe.bar} of ${bars.length}.`);
    }
  }
}

function checkMarkets(run: Run, markets: readonly number[], bars: readonly Bars[]): void {
  if (markets[0] !== run.bars)
    throw new RangeError(`Run over bars ${run.bars} and markets that begin with ${markets[0]}.`);
  const first = bars[run.bars];
  for (const index of markets) {
    const each = bars[index];
    if (each === undefined) throw new RangeError(`Run over bars ${index} of ${bars.length}.`);
    if (each.length !== first?.length || each.barsPerYear !== first.barsPerYear) {
      throw new RangeError(`Run over markets ${markets.join(", ")}: ${index} is not on the axis of ${run.bars}.`);
    }
  }
}

/** The frame that hands a job to a worker: message and columns. `library` is its `tiBundle`. */
export function jobFrame(
  job: Job,
  library?: string,
): { readonly message: HostMessage; readonly columns: readonly Float64Array[] } {
  const bars = job.bars.map(({ length, barsPerYear }) => ({ length, barsPerYear }));
  const message: HostMessage = {
    kind: "job",
    programs: job.programs,
    bars,
    runs: job.runs,
    limits: job.limits,
    ...(library === undefined ? {} : { tiBundle: library }),
  };
  return { message, columns: job.bars.flatMap((each) => barColumns.map((name) => each[name])) };
}

/** Bars that a run sees: columns of an answer are as long. */
function barsSeen(run: Run, bars: readonly Bars[]): number {
  return run.probe?.kind === "truncate" ? run.probe.bar + 1 : (bars[run.bars]?.length ?? 0);
}

/** Bytes of the longest answer that an honest worker may send for a job: targets and every kind of stop. */
export function replyBytes(job: Job): number {
  const values = job.runs.map((run) => (run.markets?.length ?? 1) * barsSeen(run, job.bars));
  return 8 * (1 + stopColumns.length) * values.reduce((most, each) => Math.max(most, each), 0);
}

function isTarget(target: Float64Array): boolean {
  for (let t = 0; t < target.length; t++) {
    const value = target[t] as number;
    if (value > 1 || value < -1) return false;
  }
  return true;
}

function isStop(stop: Float64Array): boolean {
  for (let t = 0; t < stop.length; t++) {
    if ((stop[t] as number) <= 0) return false;
  }
  return true;
}

/** The answer of a run from the columns of a worker, checked once more; undefined if no honest worker sends it. */
function readPositions(body: Float64Array, stops: readonly StopColumn[], length: number): Positions | undefined {
  if (body.length !== (1 + stops.length) * length) return undefined;
  // Copies: a column that shares its buffer with others would be handed on with them.
  const target = stops.length === 0 ? body : body.slice(0, length);
  if (!isTarget(target)) return undefined;
  const columns: { -readonly [name in StopColumn]?: Float64Array } = {};
  for (const [i, name] of stops.entries()) {
    const stop = body.slice((i + 1) * length, (i + 2) * length);
    if (!isStop(stop)) return undefined;
    columns[name] = stop;
  }
  return { target, ...columns };
}

/** The answers of a run over `count` markets; undefined if no honest worker sends them. */
function readAllocations(
  body: Float64Array,
  stops: readonly (readonly StopColumn[])[],
  count: number,
  length: number,
): readonly Positions[] | undefined {
  const ends: number[] = [];
  for (const each of stops) ends.push((ends.at(-1) ?? 0) + (1 + each.length) * length);
  if (stops.length !== count || body.length !== ends.at(-1)) return undefined;
  const found = stops.map((each, i) => readPositions(body.slice(ends[i - 1] ?? 0, ends[i]), each, length));
  const checked = found.filter((each) => each !== undefined);
  return checked.length === count ? checked : undefined;
}

/** A strategy's name in one line that can be printed; nothing where that is empty. */
function nameOf(message: { readonly name?: string }): Pick<RunResult & { ok: true }, "name"> {
  const name = printable(message.name ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return name === "" ? {} : { name };
}

/** The results of a job as they come in from a worker that is not trusted. */
export class JobCollector {
  readonly #job: Job;
  readonly #results: RunResult[] = [];
  #heapMiB: number | null = null;

  constructor(job: Job) {
    this.#job = job;
  }

  /** `more`, `ended` (the job is done), `dead` (kill the worker, the job is done). */
  take(header: string, body: Float64Array): "more" | "ended" | "dead" {
    const message = parseWorkerMessage(header);
    const run = this.#job.runs[this.#results.length];
    if (message?.kind === "end" && run === undefined && body.length === 0) {
      this.#heapMiB = message.heapMiB;
      return "ended";
    }
    if (message === undefined || run === undefined) return this.#breach();
    return this.#takeRun(message, body, run);
  }

  #takeRun(message: WorkerMessage, body: Float64Array, run: Run): "more" | "dead" {
    const length = barsSeen(run, this.#job.bars);
    if (message.kind === "allocated" && run.markets !== undefined) {
      const allocations = readAllocations(body, message.stops, run.markets.length, length);
      const [positions] = allocations ?? [];
      if (allocations === undefined || positions === undefined) return this.#breach();
      this.#results.push({ ok: true, positions, allocations, ...nameOf(message), cpuMs: message.cpuMs });
      return "more";
    }
    if (message.kind === "done" && run.markets === undefined) {
      const positions = readPositions(body, message.stops, length);
      if (positions === undefined) return this.#breach();
      this.#results.push({ ok: true, positions, ...nameOf(message), cpuMs: message.cpuMs });
      return "more";
    }
    if ((message.kind !== "failed" && message.kind !== "fatal") || body.length > 0) return this.#breach();
    if (message.kind === "fatal") {
      this.failRest(message.fault, message.cpuMs);
      return "dead";
    }
    this.#fail(message.fault, message.cpuMs);
    return "more";
  }

  /** Something that no honest worker says: it has been taken over, or has lost its place. */
  #breach(): "dead" {
    this.failRest({ stage: "run", kind: "crashed", message: "the sandbox worker broke the protocol" });
    return "dead";
  }

  #fail(fault: Fault, cpuMs: number): void {
    const told: Failure = failure(fault.stage, fault.kind, fault.message);
    this.#results.push({ ok: false, failure: told, cpuMs });
  }

  /** The run under way, which used `cpuMs`, ends with `fault`, and so do those after it. */
  failRest(fault: Fault, cpuMs = 0): void {
    const culprit = this.#results.length;
    if (culprit < this.#job.runs.length) this.#fail(fault, cpuMs);
    const message = `${fault.message} (run ${culprit + 1} of this job ended the worker)`;
    while (this.#results.length < this.#job.runs.length) this.#fail({ ...fault, message }, 0);
  }

  /** The result: complete after `ended`, `dead` or `failRest`. */
  result(): JobResult {
    return { runs: this.#results, heapMiB: this.#heapMiB };
  }
}
