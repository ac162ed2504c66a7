import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Every call by which a dataset is stored that changes the disk. */
const names = [
  "mkdirSync",
  "openSync",
  "writeFileSync",
  "fsyncSync",
  "closeSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
] as const;
const sound = Object.fromEntries(names.map((name) => [name, fs[name]])) as Record<
  string,
  (...args: unknown[]) => unknown
>;

function replaceCalls(wrap: (name: string, call: (...args: unknown[]) => unknown) => unknown): void {
  for (const name of names) Object.assign(fs, { [name]: wrap(name, sound[name] as (...args: unknown[]) => unknown) });
  syncBuiltinESMExports();
}

/** Ends what `dieAtCall` and `fillUpAt` began. */
export function mendDisk(): void {
  replaceCalls((_, call) => call);
}

/**
 * The process dies at its nth call that changes the disk, as a kill would have it: half of a file is written, and of all that the
 * process would do afterwards (cleaning up among it) nothing reaches the disk.
 *
 * @returns says whether it has died
 */
export function dieAtCall(nth: number): () => boolean {
  let calls = 0;
  replaceCalls((name, call) => (...args: unknown[]) => {
    calls += 1;
    if (calls < nth) return call(...args);
    if (calls === nth && name === "writeFileSync") call(args[0], halfOf(args[1] as string | Uint8Array));
    throw new Error("killed");
  });
  return () => calls >= nth;
}

function halfOf(data: string | Uint8Array): string | Uint8Array {
  return data.slice(0, data.length >> 1);
}

/** The disk is full from the nth file on: half of that file is written. */
export function fillUpAt(nth: number): void {
  let files = 0;
  replaceCalls((name, call) => (...args: unknown[]) => {
    if (name === "writeFileSync") files += 1;
    if (name !== "writeFileSync" || files < nth) return call(...args);
    call(args[0], halfOf(args[1] as string | Uint8Array));
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  });
}
