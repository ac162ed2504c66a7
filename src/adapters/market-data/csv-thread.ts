// A thread that parses one piece of a CSV: `workerData` is a ThreadTask, the one message back a ThreadAnswer.
import { parentPort, workerData } from "node:worker_threads";
import { barColumns } from "../../core/bars.ts";
import { createBarReader } from "./bar-reader.ts";
import { type FilePiece, readPiece } from "./read-piece.ts";

/** What a thread is to do. */
export interface ThreadTask {
  readonly piece: FilePiece;
  /** The record of column names, for a piece that does not begin with it. */
  readonly header: readonly string[] | null;
}

/** Columns in the order of `barColumns`; null where anything at all was wrong. */
export type ThreadAnswer = readonly Float64Array<ArrayBuffer>[] | null;

const { piece, header } = workerData as ThreadTask;
const reader = createBarReader(piece.file);
try {
  if (header !== null) reader.add(header, 1);
  await readPiece(piece, reader);
  const bars = reader.bars();
  const columns = barColumns.map((column) => bars[column] as Float64Array<ArrayBuffer>);
  parentPort?.postMessage(
    columns,
    columns.map((column) => column.buffer),
  );
} catch {
  // Whoever asked reads the file again from its start, for the line and the words of the error.
  parentPort?.postMessage(null);
}
