import { resolve } from "node:path";
import type { Command } from "commander";
import type { Io } from "../../src/cli/io.ts";

/** What a command printed and ended with. */
export interface Caught {
  readonly out: string;
  readonly err: string;
  /** Exit code; 0 if the command set none. */
  readonly code: number;
  /** What it threw; undefined if nothing. */
  readonly thrown: unknown;
}

/** Runs one command in this process, with `args` as on the command line. */
export async function runCommand(
  create: (io: Io) => Command,
  args: readonly string[],
  options: { readonly cwd?: string; readonly root?: string; readonly env?: Io["env"] } = {},
): Promise<Caught> {
  const root = resolve(import.meta.dirname, "../..");
  let out = "";
  let err = "";
  let code = 0;
  let thrown: unknown;
  const command = create({
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errStream: process.stderr,
    env: options.env ?? {},
    cwd: options.cwd ?? root,
    root: options.root ?? root,
    isTty: false,
    color: false,
    signal: new AbortController().signal,
    exit: (value) => {
      code = value;
    },
  });
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    thrown = error;
  }
  return { out, err, code, thrown };
}
