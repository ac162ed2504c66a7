import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, Row, Table } from "../table.ts";
import type { RowSink } from "./row-sink.ts";
import type { WholeFile } from "./whole-file.ts";

type Writer = ConstructorParameters<typeof ParquetWriter>[0]["writer"];
type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** A row group is held in memory until it is written: so many rows, or so much text, at most. */
const groupRows = 20_000;
const groupText = 8_000_000;

/** A table as Parquet (Snappy), each column nullable with the type it states; docs and run in the file's metadata. */
export function parquetSink(file: WholeFile, table: Table, about: Readonly<Record<string, string>>): RowSink {
  const { columns } = table;
  const docs = JSON.stringify(Object.fromEntries(columns.map(({ name, doc }) => [name, doc])));
  const parquet = new ParquetWriter({
    writer: fileWriter(file),
    schema: [{ name: table.name, num_children: columns.length }, ...columns.map(schemaOf)],
    kvMetadata: Object.entries({ ...about, table: table.name, columns: docs }).map(([key, value]) => ({ key, value })),
    createdBy: "walkforward",
  });
  let waiting: Row[] = [];
  let text = 0;
  const write = (): void => {
    if (waiting.length === 0) return;
    const rows = waiting;
    const columnData = columns.map((column, i) => ({
      name: column.name,
      data: rows.map((row) => encoded(column, row[i] ?? null)),
    }));
    parquet.write({ columnData, rowGroupSize: rows.length });
    [waiting, text] = [[], 0];
  };
  return {
    add: (rows) => {
      for (const row of rows) {
        waiting.push(row);
        for (const cell of row) if (typeof cell === "string") text += cell.length;
        if (waiting.length >= groupRows || text >= groupText) write();
      }
    },
    end: () => {
      write();
      parquet.finish();
    },
  };
}

function schemaOf({ name, type }: Column): SchemaElement {
  const element = { name, repetition_type: "OPTIONAL" } as const;
  if (type === "text") return { ...element, type: "BYTE_ARRAY", converted_type: "UTF8" };
  if (type === "integer") return { ...element, type: "INT32" };
  if (type === "boolean") return { ...element, type: "BOOLEAN" };
  if (type === "time") return { ...element, type: "INT64", converted_type: "TIMESTAMP_MILLIS" };
  return { ...element, type: "DOUBLE" };
}

function encoded({ type }: Column, cell: Cell): Cell | Date {
  if (cell === null) return null;
  return type === "time" ? new Date(Number(cell)) : cell;
}

/** The library's writer in memory, emptied into the file after every row group. */
function fileWriter(file: WholeFile): Writer {
  const writer: Writer & { index: number } = new ByteWriter();
  const flush = (): void => {
    file.write(new Uint8Array(writer.buffer, 0, writer.index));
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}
