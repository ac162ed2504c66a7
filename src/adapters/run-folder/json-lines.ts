import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import type { z } from "zod";
import { UserError } from "../../core/failure.ts";

/** An append-only file of JSON records, one a line, each on disk before `append` resolves. */
export interface JsonLines<T> {
  readonly records: readonly T[];
  append(record: T): Promise<void>;
  close(): Promise<void>;
}

/**
 * Reads every whole line of `file`. A last line without its newline was cut by a crash: it is left out.
 *
 * @throws UserError naming file, line and field if a whole line is not a valid record
 */
export function readJsonLines<T>(file: string, schema: z.ZodType<T>): { records: T[]; bytes: number } {
  if (!existsSync(file)) return { records: [], bytes: 0 };
  const text = readFileSync(file, "utf8");
  const end = text.lastIndexOf("\n") + 1;
  const lines = text.slice(0, end).split("\n").slice(0, -1);
  const records = lines.map((line, index) => parseLine(line, schema, `${file}:${index + 1}`));
  return { records, bytes: Buffer.byteLength(text.slice(0, end)) };
}

function parseLine<T>(line: string, schema: z.ZodType<T>, where: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError(`${where}: this line is not JSON. Restore the file, or delete that line and resume the run.`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UserError(
    `${where}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "is not a valid record"}. Restore the file, or delete that line and resume the run.`,
  );
}

/**
 * Opens `file` for appending and drops a line that a crash cut. Appends that come in while one is being synced are
 * written together, so that a burst of short records costs one sync.
 */
export function openJsonLines<T>(file: string, schema: z.ZodType<T>): JsonLines<T> {
  const { records, bytes } = readJsonLines(file, schema);
  const fd = openSync(file, "a");
  ftruncateSync(fd, bytes);
  let waiting: { line: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let scheduled = false;
  const flush = (): void => {
    scheduled = false;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      writeAll(fd, batch.map((entry) => entry.line).join(""));
      fsyncSync(fd);
      for (const entry of batch) entry.resolve();
    } catch (error) {
      for (const entry of batch) entry.reject(error);
    }
  };
  return {
    records,
    append: (record) =>
      new Promise((resolve, reject) => {
        records.push(record);
        waiting.push({ line: `${JSON.stringify(record)}\n`, resolve, reject });
        if (!scheduled) {
          scheduled = true;
          setImmediate(flush);
        }
      }),
    close: async () => {
      flush();
      closeSync(fd);
    },
  };
}

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written);
}
