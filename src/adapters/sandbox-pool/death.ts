import type { Fault } from "../../../sandbox/protocol.ts";

/** How V8, its allocator and the C++ library speak of memory when they give up. */
const memoryWords =
  /out of memory|OutOfMemory|OOM|is_heap_oom|invalid (array|size|string) |bad_alloc|allocation failed/i;

/** The fault of a worker that died in a run: by its last words, or by the signal that a short machine kills with. */
export function faultOfDeath(stderr: string, code: number | null, signal: NodeJS.Signals | null): Fault {
  const memory = memoryWords.test(stderr) || signal === "SIGKILL";
  const how = signal === null ? `exit code ${code ?? "unknown"}` : signal;
  return memory
    ? { stage: "run", kind: "memory", message: `ended its process by asking V8 for too much memory (${how})` }
    : { stage: "run", kind: "crashed", message: `ended its process (${how})` };
}
