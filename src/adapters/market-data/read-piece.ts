import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import type { BarReader } from "./bar-reader.ts";

/** Bytes of a file; all of it unless given. */
export interface FilePiece {
  readonly file: string;
  /** First byte, and the first one after the piece. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /**
   * The end of every line of a file without quotes, which csv-parse reads a tenth faster: a quote in it is then an error. Left out,
   * cells may be quoted and line ends are found out.
   */
  readonly plainLineEnd?: string | undefined;
}

/** Hands every record of a piece of a CSV to a reader, with its line in the piece. Streams: nothing of the text stays. */
export async function readPiece(piece: FilePiece, reader: BarReader): Promise<void> {
  const { file, start = 0, end = Number.POSITIVE_INFINITY, plainLineEnd } = piece;
  const plain = plainLineEnd === undefined ? {} : { quote: false, escape: null, record_delimiter: plainLineEnd };
  const parser = parse({
    bom: start === 0,
    skip_empty_lines: true,
    ...plain,
    on_record: (record: string[], context) => {
      reader.add(record, context.lines);
      return null;
    },
  });
  const bytes = createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 });
  if (plainLineEnd === undefined) await pipeline(bytes, parser.resume());
  else await pipeline(bytes, refuseQuotes(), parser.resume());
}

function refuseQuotes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (chunk.includes(34)) done(new Error("a quote in a file that is read as one without"));
      else done(null, chunk);
    },
  });
}
