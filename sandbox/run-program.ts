import ivm from "isolated-vm";
import { type Bars, barColumns } from "../src/core/bars.ts";
import { cpuClockMs } from "./cpu-clock.ts";
import type { GuestCall } from "./guest.ts";
import { messageLength } from "./limits.ts";
import type { Fault } from "./protocol.ts";
import { sandboxFailures, sandboxStages } from "./protocol.ts";

/** What one run came to inside the isolate. */
export type Outcome =
  | { readonly ok: true; readonly target: Float64Array; readonly cpuMs: number }
  | { readonly ok: false; readonly fault: Fault; readonly cpuMs: number };

/** True of the errors with which isolated-vm says that the isolate is gone. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && /^Isolate (was|is) disposed/.test(error.message);
}

function fault(stage: Fault["stage"], kind: Fault["kind"], message: string): Fault {
  return { stage, kind, message: message.slice(0, messageLength) };
}

function show(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : `threw ${String(error)}`;
}

/** Text of what a program threw while it was loaded; isolated-vm has copied it out of the isolate. */
function loadFault(error: unknown): Fault {
  const text = show(error);
  const line = error instanceof Error ? /strategy\.js:(\d+)/.exec(`${error.stack}`)?.[1] : undefined;
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

async function loadModule(isolate: ivm.Isolate, context: ivm.Context, program: string): Promise<ivm.Module> {
  const module = await isolate.compileModule(program, { filename: "strategy.js" });
  await module.instantiate(context, (specifier) => {
    throw new Error(`import of "${specifier.slice(0, 80)}": a strategy cannot import anything`);
  });
  await module.evaluate();
  return module;
}

type GuestReference = ivm.Reference<GuestCall>;

async function callGuest(guest: GuestReference, module: ivm.Module, bars: Bars): Promise<Float64Array | string> {
  const columns = barColumns.map((name) => new ivm.ExternalCopy(bars[name]).copyInto({ release: true }));
  const given = [module.namespace.derefInto(), bars.length, bars.barsPerYear, ...columns];
  // The checked answer is a Float64Array or a text made by the guest; `copy` moves either out.
  return (await guest.apply(undefined, given as never, { result: { copy: true } })) as Float64Array | string;
}

/**
 * Runs one program over bars in a fresh context. `bars` is copied into the isolate, so the program can write to them
 * without harm. `cpuMs` is the time of the call of `decide` and the check of its answer; of loading, if that failed.
 * `loaded` is called between the two. Throws (see `isLost`) when the isolate did not survive.
 */
export async function runProgram(
  isolate: ivm.Isolate,
  program: string,
  bars: Bars,
  loaded: () => void,
): Promise<Outcome> {
  const context = await isolate.createContext();
  let start = cpuClockMs();
  const spent = (): number => Math.max(0, Math.round(1000 * (cpuClockMs() - start)) / 1000);
  try {
    const guest = (await context.eval("enterGuest()", { reference: true })) as GuestReference;
    let module: ivm.Module;
    try {
      module = await loadModule(isolate, context, program);
    } catch (error) {
      if (isLost(error)) throw error;
      return { ok: false, fault: loadFault(error), cpuMs: spent() };
    }
    loaded();
    start = cpuClockMs();
    try {
      const answer = await callGuest(guest, module, bars);
      if (typeof answer !== "string") return { ok: true, target: answer, cpuMs: spent() };
      return { ok: false, fault: parseFault(answer), cpuMs: spent() };
    } catch (error) {
      if (isLost(error)) throw error;
      // The guest throws nothing: this is a promise that the program left rejected, or its stack.
      return { ok: false, fault: fault("run", "run-error", `left a rejected promise: ${show(error)}`), cpuMs: spent() };
    }
  } finally {
    context.release();
  }
}
