// What host and worker say to each other: frames over the worker's standard input and output. A frame is its length, the
// length of its header, the header (JSON) and columns (Float64, little endian as all supported machines are). The host
// treats every byte from a worker as written by an attacker: no generic deserializer, bounded sizes, checked values.

import type { Limits, Run } from "../src/core/job.ts";
import { type StopColumn, stopColumns } from "../src/core/positions.ts";
import { nameLength } from "./limits.ts";

export * from "./frame.ts";
export * from "./limits.ts";
export * from "./mentions-ti.ts";

/** From the host: the bundled guest (first), then jobs. The columns of `job` follow in the order of `barColumns`. */
export type HostMessage =
  | { readonly kind: "start"; readonly guest: string }
  | {
      readonly kind: "job";
      readonly programs: readonly string[];
      readonly bars: readonly { readonly length: number; readonly barsPerYear: number }[];
      readonly runs: readonly Run[];
      readonly limits: Limits;
      /** The script that defines `ti`: there if a program mentions it. */
      readonly tiBundle?: string;
    };

/** Kinds of failure that a worker may report. */
export const sandboxFailures = ["load-error", "run-error", "bad-positions", "timeout", "memory", "crashed"] as const;

/** One of them. */
export type SandboxFailure = (typeof sandboxFailures)[number];

/** Stages that a worker may report. */
export const sandboxStages = ["load", "run", "positions"] as const;

/** One of them. */
export type SandboxStage = (typeof sandboxStages)[number];

/** What went wrong with a run. */
export interface Fault {
  readonly stage: SandboxStage;
  readonly kind: SandboxFailure;
  readonly message: string;
}

/** From the worker, in the order of the runs. After `fatal` it says nothing more and waits to be killed. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  /**
   * One run that ended by itself; its targets follow, then the columns of `stops`, in the order of stopColumns. `name` is the
   * strategy's own, as it gave it: at most nameLength UTF-16 units of anything.
   */
  | { readonly kind: "done"; readonly cpuMs: number; readonly stops: readonly StopColumn[]; readonly name?: string }
  /** One run over several markets: the columns of each follow as those of a run over one. */
  | {
      readonly kind: "allocated";
      readonly cpuMs: number;
      readonly stops: readonly (readonly StopColumn[])[];
      readonly name?: string;
    }
  | { readonly kind: "failed"; readonly cpuMs: number; readonly fault: Fault }
  /** The run under way cannot be ended in order, or the isolate is lost. */
  | { readonly kind: "fatal"; readonly cpuMs: number; readonly fault: Fault }
  | { readonly kind: "end"; readonly heapMiB: number };

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function parseFault(value: unknown): Fault | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { stage, kind, message } = value as Record<string, unknown>;
  const knownStage = sandboxStages.find((each) => each === stage);
  const knownKind = sandboxFailures.find((each) => each === kind);
  if (knownStage === undefined || knownKind === undefined || typeof message !== "string") return undefined;
  return { stage: knownStage, kind: knownKind, message };
}

/** Some of stopColumns, in their order; undefined for anything else. */
function parseStops(value: unknown): readonly StopColumn[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const known = stopColumns.filter((name) => value.includes(name));
  return known.length === value.length && known.every((name, i) => value[i] === name) ? known : undefined;
}

/** The name of a strategy as a part of a message, none if there is none; undefined for anything else. */
function parseName(value: unknown): { readonly name?: string } | undefined {
  if (value === undefined) return {};
  return typeof value === "string" && value.length <= nameLength ? { name: value } : undefined;
}

/** A message of a worker from the text of a frame's header; undefined unless it is well formed. */
export function parseWorkerMessage(header: string): WorkerMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(header);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { kind, cpuMs, heapMiB, fault, stops, name } = value as Record<string, unknown>;
  if (kind === "ready") return { kind };
  if (kind === "end") return isNumber(heapMiB) ? { kind, heapMiB } : undefined;
  if (!isNumber(cpuMs)) return undefined;
  const called = parseName(name);
  if (kind === "done") {
    const named = parseStops(stops);
    return named === undefined || called === undefined ? undefined : { kind, cpuMs, stops: named, ...called };
  }
  if (kind === "allocated") {
    if (!Array.isArray(stops) || called === undefined) return undefined;
    const named = stops.map(parseStops).filter((each) => each !== undefined);
    return named.length === stops.length ? { kind, cpuMs, stops: named, ...called } : undefined;
  }
  const parsed = parseFault(fault);
  return (kind === "failed" || kind === "fatal") && parsed !== undefined ? { kind, cpuMs, fault: parsed } : undefined;
}
