import type { Row, Table } from "../table.ts";
import type { RowSink } from "./row-sink.ts";
import type { WholeFile } from "./whole-file.ts";

/** A table as one JSON list of objects, one a line, so that it can be read in a piece or line by line. Times are ISO-8601. */
export function jsonSink(file: WholeFile, { columns }: Table): RowSink {
  let before = "[\n";
  const object = (row: Row): string => {
    const entries = columns.map(({ name, type }, i) => {
      const cell = row[i] ?? null;
      return [name, type === "time" && cell !== null ? new Date(Number(cell)).toISOString() : cell];
    });
    return JSON.stringify(Object.fromEntries(entries));
  };
  return {
    add: (rows) => {
      if (rows.length === 0) return;
      file.write(before + rows.map(object).join(",\n"));
      before = ",\n";
    },
    end: () => file.write(before === "[\n" ? "[]\n" : "\n]\n"),
  };
}
