import type { Row } from "../table.ts";

/** Takes the rows of a table, batch after batch. */
export interface RowSink {
  add(rows: readonly Row[]): void;
  /** Writes what is still to be written; the last call. */
  end(): void;
}
