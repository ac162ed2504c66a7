import { createReadStream, existsSync } from "node:fs";
import type { z } from "zod";
import { parseLine } from "./json-lines.ts";

const newline = 0x0a;

/** One record of a file, and the byte after its line. */
export interface StreamedRecord<T> {
  readonly record: T;
  readonly end: number;
}

/**
 * The records of `file` one after the other, from byte `from` (the beginning of a line) to the last whole line: a line
 * that is being written, or that a crash cut, is left for later. One line in memory at a time. A file that is not there
 * has none.
 *
 * @throws UserError naming file, byte and field if a whole line is not a valid record
 */
export async function* streamJsonLines<T>(
  file: string,
  schema: z.ZodType<T>,
  from = 0,
): AsyncGenerator<StreamedRecord<T>, void, undefined> {
  if (!existsSync(file)) return;
  let pieces: Buffer[] = [];
  let start = from;
  for await (const chunk of createReadStream(file, { start: from, highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let begin = 0;
    for (let stop = chunk.indexOf(newline); stop >= 0; stop = chunk.indexOf(newline, begin)) {
      const line = Buffer.concat([...pieces, chunk.subarray(begin, stop)]);
      const record = parseLine(line.toString("utf8"), schema, `${file}, byte ${start}`);
      pieces = [];
      begin = stop + 1;
      start += line.length + 1;
      yield { record, end: start };
    }
    if (begin < chunk.length) pieces.push(chunk.subarray(begin));
  }
}
