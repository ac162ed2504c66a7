import ivm from "isolated-vm";
import { type Bars, barColumns } from "../src/core/bars.ts";
import { type StopColumn, stopColumns } from "../src/core/positions.ts";
import { cpuClockMs } from "./cpu-clock.ts";
import type { GuestCall } from "./guest.ts";
import { messageLength } from "./limits.ts";
import type { Fault } from "./protocol.ts";
import { sandboxFailures, sandboxStages } from "./protocol.ts";

type GuestReference = ivm.Reference<GuestCall>;

/** An isolate in which nothing of a program has run yet. */
export interface FreshGuest {
  readonly isolate: ivm.Isolate;
  readonly context: ivm.Context;
  readonly call: GuestReference;
}

/** What one run came to inside the isolate. */
export type Outcome =
  | {
      readonly ok: true;
      /** For each market in turn the targets, then the columns of its `stops`, each as long as the bars. */
      readonly columns: readonly Float64Array[];
      readonly stops: readonly (readonly StopColumn[])[];
      /** The strategy's own name, as it gave it, cut to nameLength; empty if none. */
      readonly name: string;
      readonly cpuMs: number;
    }
  | { readonly ok: false; readonly fault: Fault; readonly cpuMs: number };

function fault(stage: Fault["stage"], kind: Fault["kind"], message: string): Fault {
  return { stage, kind, message: message.slice(0, messageLength) };
}

/** What isolated-vm says for a thrown object that is no error; it names itself. */
const noError = /^An object was thrown from supplied code/;

function show(error: unknown): string {
  if (error instanceof Error && noError.test(error.message)) return "threw an object that is not an Error";
  return error instanceof Error ? `${error.name}: ${error.message}` : `threw ${String(error)}`;
}

/** Text of what a program threw while it was loaded; isolated-vm has copied it out of the isolate. */
function loadFault(error: unknown): Fault {
  const text = show(error);
  const line = error instanceof Error ? /strategy\.js:(\d{1,9})/.exec(`${error.stack}`)?.[1] : undefined;
  const suffix = line === undefined || text.includes("strategy.js:") ? "" : ` (line ${line})`;
  const kind = text.includes("Array buffer allocation failed") ? "memory" : "load-error";
  return fault("load", kind, text.slice(0, messageLength - suffix.length) + suffix);
}

/** A fault as the guest writes it: stage, kind and message on lines of their own. */
function parseFault(text: string): Fault {
  const [stage, kind, ...message] = text.split("\n");
  return fault(
    sandboxStages.find((each) => each === stage) ?? "run",
    sandboxFailures.find((each) => each === kind) ?? "run-error",
    message.join("\n"),
  );
}

/** A new isolate with its guest. All its code is ours, so this thread runs it, whose time no program pays for. */
export function openGuest(options: ivm.IsolateOptions): FreshGuest {
  const isolate = new ivm.Isolate(options);
  const context = isolate.createContextSync();
  const call = context.evalSync("enterGuest()", { reference: true }) as GuestReference;
  return { isolate, context, call };
}

async function loadModule({ isolate, context }: FreshGuest, program: string): Promise<ivm.Module> {
  const module = await isolate.compileModule(program, { filename: "strategy.js" });
  await module.instantiate(context, (specifier) => {
    throw new Error(`import of "${specifier.slice(0, 80)}": a strategy cannot import anything`);
  });
  await module.evaluate();
  return module;
}

async function callGuest(guest: GuestReference, module: ivm.Module, seen: Seen): Promise<Float64Array | string> {
  const { length, barsPerYear } = seen.bars[0] as Bars;
  const columns = seen.bars.flatMap((bars) =>
    barColumns.map((name) => new ivm.ExternalCopy(bars[name]).copyInto({ release: true })),
  );
  const given = [module.namespace.derefInto(), seen.divides ? seen.bars.length : 0, length, barsPerYear, ...columns];
  // The checked answer is a Float64Array or a text made by the guest; `copy` moves either out.
  return (await guest.apply(undefined, given as never, { result: { copy: true } })) as Float64Array | string;
}

/** The answer of the guest as the strategy's name and the columns of each market in turn. */
function takeApart(answer: Float64Array, { bars }: Seen): Pick<Outcome & { ok: true }, "columns" | "stops" | "name"> {
  const columns: Float64Array[] = [];
  const stops: StopColumn[][] = [];
  let start = 1 + (answer[0] ?? 0);
  const name = String.fromCharCode(...answer.subarray(1, start));
  for (const { length } of bars) {
    const mask = answer[start] ?? 0;
    const named = stopColumns.filter((_, i) => (mask & (1 << i)) !== 0);
    const end = start + 1 + (1 + named.length) * length;
    columns.push(answer.subarray(start + 1, end));
    stops.push(named);
    start = end;
  }
  return { columns, stops, name };
}

/** What a run sees: at least one market, all of one length. */
export interface Seen {
  readonly bars: readonly Bars[];
  /** True for a run over several markets, which may be one: `allocate` rather than `decide`. */
  readonly divides: boolean;
}

/**
 * Runs one program over bars, with a guest that is used once. They are copied into the isolate, so the program can write
 * to them without harm. `cpuMs` is the time of the call of its method and the check of its answer; of loading, if that
 * failed. `loaded` is called as soon as its method is under way in its own thread. Throws when the isolate did not survive:
 * `isolate.isDisposed`.
 */
export async function runProgram(guest: FreshGuest, program: string, seen: Seen, loaded: () => void): Promise<Outcome> {
  let start = cpuClockMs();
  const spent = (): number => Math.max(0, Math.round(1000 * (cpuClockMs() - start)) / 1000);
  let module: ivm.Module;
  try {
    module = await loadModule(guest, program);
  } catch (error) {
    if (guest.isolate.isDisposed) throw error;
    return { ok: false, fault: loadFault(error), cpuMs: spent() };
  }
  start = cpuClockMs();
  try {
    const asked = callGuest(guest.call, module, seen);
    loaded();
    const answer = await asked;
    if (typeof answer !== "string") return { ok: true, ...takeApart(answer, seen), cpuMs: spent() };
    return { ok: false, fault: parseFault(answer), cpuMs: spent() };
  } catch (error) {
    if (guest.isolate.isDisposed) throw error;
    // The guest throws nothing: this is a promise that the program left rejected, or its stack.
    return { ok: false, fault: fault("run", "run-error", `left a rejected promise: ${show(error)}`), cpuMs: spent() };
  }
}
