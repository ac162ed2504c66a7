import { type FileHandle, open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { parse } from "csv-parse/sync";
import { type Bars, barColumns } from "../../core/bars.ts";
import type { ThreadAnswer, ThreadTask } from "./csv-thread.ts";

/** How a file is divided. */
export interface ThreadOptions {
  /** At most; as many as the machine runs at once, up to eight, unless given. */
  readonly threads?: number;
  /** A file is worth another thread for every so many bytes; 8 MiB unless given: starting one costs what parsing 2 MB does. */
  readonly bytesEach?: number;
}

/** Longest line that is looked for at the end of a piece. */
const lineBytes = 1 << 16;

/**
 * The bars of a long CSV without quotes, parsed by csv-parse in several threads, each a piece of the file that ends with a line. null for
 * a short file, one with quotes (a line break may stand inside of them), on a machine of one core, and where anything is wrong:
 * then the file is to be read from its start, which tells what.
 */
export async function readInThreads(file: string, options: ThreadOptions = {}): Promise<Bars | null> {
  const handle = await open(file, "r").catch(() => null);
  if (handle === null) return null;
  try {
    const tasks = await split(file, handle, options);
    if (tasks.length < 2) return null;
    const parts = await Promise.all(tasks.map(runThread));
    return parts.includes(null) ? null : joinParts(parts.filter((part) => part !== null));
  } finally {
    await handle.close();
  }
}

async function split(
  file: string,
  handle: FileHandle,
  { threads = Math.min(8, availableParallelism()), bytesEach = 8 << 20 }: ThreadOptions,
): Promise<readonly ThreadTask[]> {
  const { size } = await handle.stat();
  const count = Math.min(threads, Math.floor(size / bytesEach));
  if (count < 2) return [];
  const cuts = [0];
  for (let i = 1; i < count; i++) cuts.push(await nextLine(handle, Math.floor((i * size) / count)));
  if (cuts.includes(-1)) return [];
  const { header, plainLineEnd } = await readHeader(handle);
  return cuts.map((start, i) => ({
    piece: { file, start, end: cuts[i + 1] ?? size, plainLineEnd },
    header: i === 0 ? null : header,
  }));
}

/** Where the first line after byte `from` begins; −1 where none does nearby. */
async function nextLine(handle: FileHandle, from: number): Promise<number> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(lineBytes), position: from });
  const at = buffer.subarray(0, bytesRead).indexOf(10);
  return at < 0 ? -1 : from + at + 1;
}

/** The first record of the file, without a column where it cannot be read, which every thread then refuses; and how lines end. */
async function readHeader(
  handle: FileHandle,
): Promise<{ readonly header: readonly string[]; readonly plainLineEnd: string }> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(lineBytes), position: 0 });
  const head = buffer.subarray(0, bytesRead);
  const plainLineEnd = head[head.indexOf(10) - 1] === 13 ? "\r\n" : "\n";
  try {
    const [header = []] = parse(head, { bom: true, skip_empty_lines: true, to: 1 });
    return { header, plainLineEnd };
  } catch {
    return { header: [], plainLineEnd };
  }
}

function runThread(task: ThreadTask): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./csv-thread.ts", import.meta.url), { workerData: task });
    worker.once("message", (answer: ThreadAnswer) => resolve(answer));
    worker.once("error", () => resolve(null));
    worker.once("exit", () => resolve(null));
  });
}

function joinParts(parts: readonly (readonly Float64Array[])[]): Bars {
  const length = parts.reduce((sum, part) => sum + (part[0]?.length ?? 0), 0);
  const column = (name: (typeof barColumns)[number]): Float64Array => {
    const whole = new Float64Array(length);
    let at = 0;
    for (const part of parts) {
      const values = part[barColumns.indexOf(name)] ?? new Float64Array(0);
      whole.set(values, at);
      at += values.length;
    }
    return whole;
  };
  return {
    length,
    time: column("time"),
    open: column("open"),
    high: column("high"),
    low: column("low"),
    close: column("close"),
    volume: column("volume"),
    barsPerYear: Number.NaN,
  };
}
