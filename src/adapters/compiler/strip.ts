import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Stripped } from "../../bench/ports.ts";
import { failure } from "../../core/failure.ts";
import { sourceLines } from "./source-lines.ts";
import type { StripAnswer } from "./strip-thread.ts";

/** Longest program, UTF-16 units: 10 times the longest reference strategy, twice what a reply of 8,192 tokens can hold. */
export const maxCodeLength: number = 64 * 1024;

/**
 * Wall time in which esbuild must have taken the types away, milliseconds: 1000 times what an ordinary program takes.
 * Its parser is not linear: 60 kB of nested syntax keep it busy for hours.
 */
const limitMs = 5000;

/** Programs on which esbuild gave up, so that each costs the time limit once. The oldest go first. */
const givenUp = new Map<string, string>();
const keptGivenUp = 50;

interface Thread {
  readonly port: MessagePort;
  readonly answers: Int32Array<SharedArrayBuffer>;
}

let thread: Thread | undefined;

function startThread(): Thread {
  const { port1, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("./strip-thread.ts", import.meta.url), {
    workerData: { port: port2, answers, limitMs },
    transferList: [port2],
    // What esbuild's process says when it dies is of no use to anyone.
    stderr: true,
  });
  worker.unref();
  port1.unref();
  return { port: port1, answers };
}

/** The answer of the thread, waited for: `strip` answers at once, as its callers are written. */
function ask(code: string): StripAnswer {
  thread ??= startThread();
  const { port, answers } = thread;
  const before = Atomics.load(answers, 0);
  port.postMessage(code);
  if (Atomics.wait(answers, 0, before, 4 * limitMs) === "timed-out") {
    thread = undefined;
    throw new Error("The thread of the compiler does not answer.");
  }
  return (receiveMessageOnPort(port) as { readonly message: StripAnswer }).message;
}

/**
 * JavaScript without types. Imports of which a value is used stay in it, so that the sandbox can refuse them by name.
 * A syntax error is a `type-error` that names its line; so is a program that esbuild cannot take apart within 5 s.
 */
export function strip(code: string): Stripped {
  const known = code.length > maxCodeLength ? tooLong(code) : givenUp.get(code);
  if (known !== undefined) return refused(known);
  const answer = ask(code);
  if (answer.ok) return { ok: true, code: answer.code, sourceLine: sourceLines(answer.map) };
  if (answer.line !== null) {
    return refused(`Syntax error (line ${answer.line}, column ${answer.column + 1}): ${answer.text}`);
  }
  const message = `The program nests too deeply to be compiled (${answer.text}).`;
  givenUp.set(code, message);
  for (const oldest of [...givenUp.keys()].slice(0, -keptGivenUp)) givenUp.delete(oldest);
  return refused(message);
}

/** What is said of a program that is too long. */
export function tooLong(code: string): string {
  return `The program has ${code.length} characters; wanted at most ${maxCodeLength}.`;
}

function refused(message: string): Stripped {
  return { ok: false, failure: failure("type-check", "type-error", message) };
}
