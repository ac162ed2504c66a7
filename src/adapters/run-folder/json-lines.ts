import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import type { z } from "zod";
import { UserError } from "../../core/failure.ts";
import { onDisk } from "../shared/disk-error.ts";

const newline = 0x0a;

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
  const content = readFileSync(file);
  const bytes = content.lastIndexOf(newline) + 1;
  const lines = content.toString("utf8", 0, bytes).split("\n").slice(0, -1);
  return { records: lines.map((line, index) => parseLine(line, schema, `${file}:${index + 1}`)), bytes };
}

/** One line as a record. @throws UserError naming `where` (file and line) and field if it is not a valid one */
export function parseLine<T>(line: string, schema: z.ZodType<T>, where: string): T {
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
 * written together, so that a burst of short records costs one sync. Once a write fails what it left is taken away, and
 * every further append fails in the same way: a line of rubbish in the middle would spoil the file.
 *
 * @throws UserError or WorldError as `onDisk` does; so do appends
 */
export function openJsonLines<T>(file: string, schema: z.ZodType<T>): JsonLines<T> {
  const { records, bytes } = readJsonLines(file, schema);
  const writer = openWriter(file, bytes);
  let waiting: { line: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let scheduled = false;
  const flush = (): void => {
    scheduled = false;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      writer.write(batch.map((entry) => entry.line).join(""));
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
      writer.close();
    },
  };
}

/** Appends to `file`, whose first `bytes` bytes are good; each write is whole and on disk, or it never was. */
function openWriter(file: string, bytes: number): { write(text: string): void; close(): void } {
  const fd = onDisk(file, () => openSync(file, "a"));
  let good = bytes;
  let broken: unknown = null;
  onDisk(file, () => ftruncateSync(fd, good));
  return {
    write: (text) => {
      if (broken !== null) throw broken;
      try {
        onDisk(file, () => {
          good += writeAll(fd, text);
          fsyncSync(fd);
        });
      } catch (error) {
        broken = error;
        ftruncateSync(fd, good);
        throw error;
      }
    },
    close: () => closeSync(fd),
  };
}

/** Number of bytes written. */
function writeAll(fd: number, text: string): number {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written);
  return written;
}
