// The thread in which esbuild takes types away, so that the caller can wait for it and it can be stopped.

import { type MessagePort, workerData } from "node:worker_threads";
import { stop, transform } from "esbuild";

/** What the thread is started with. */
export interface StripThread {
  readonly port: MessagePort;
  /** One number: how many answers there have been. */
  readonly answers: Int32Array<SharedArrayBuffer>;
  readonly limitMs: number;
}

/** What it answers: code and map; or where and why not, with `line` null when esbuild gave up on the whole. */
export type StripAnswer =
  | { readonly ok: true; readonly code: string; readonly map: string }
  | { readonly ok: false; readonly text: string; readonly line: number | null; readonly column: number };

const late = (limitMs: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`did not end within ${limitMs / 1000} s`)), limitMs);
  });

async function strip(code: string, limitMs: number): Promise<StripAnswer> {
  const work = transform(code, {
    loader: "ts",
    // Decorators and `using` become older code; V8 does not have all of them.
    target: "es2024",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    // Without verbatimModuleSyntax `import { type Strategy }` goes whole, as its writer means it to.
    tsconfigRaw: { compilerOptions: { target: "esnext" } },
    sourcemap: "external",
    sourcesContent: false,
  });
  try {
    const { code: stripped, map } = await Promise.race([work, late(limitMs)]);
    return { ok: true, code: stripped, map };
  } catch (error) {
    const found = (error as { errors?: readonly { text: string; location: { line: number; column: number } | null }[] })
      .errors?.[0];
    if (found !== undefined) {
      return { ok: false, text: found.text, line: found.location?.line ?? 1, column: found.location?.column ?? 0 };
    }
    // Its process hangs, or has died of the depth of the syntax: the next call starts another.
    work.catch(() => {});
    await stop();
    return { ok: false, text: error instanceof Error ? error.message : String(error), line: null, column: 0 };
  }
}

const { port, answers, limitMs } = workerData as StripThread;
port.on("message", (code: string) => {
  void strip(code, limitMs).then((answer) => {
    port.postMessage(answer);
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
});
