import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import type { BarReader } from "./bar-reader.ts";

/** Bytes of a file; all of it unless given. */
export interface FilePiece {
  readonly file: string;
  /** First byte, and the first one after the piece. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** Hands every record of a piece of a CSV to a reader, with its line in the piece. Streams: nothing of the text stays. */
export async function readPiece(
  { file, start = 0, end = Number.POSITIVE_INFINITY }: FilePiece,
  reader: BarReader,
): Promise<void> {
  const parser = parse({
    bom: start === 0,
    skip_empty_lines: true,
    on_record: (record: string[], context) => {
      reader.add(record, context.lines);
      return null;
    },
  });
  await pipeline(createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 }), parser.resume());
}
