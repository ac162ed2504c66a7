import type { Row } from "./table.ts";

/** Rows of a batch: enough that a batch costs little beside its rows. */
const batchRows = 256;

/** The rows of records in batches, in their order. */
export async function* inBatches<T>(
  records: AsyncIterable<T>,
  rows: (record: T) => readonly Row[],
): AsyncGenerator<readonly Row[], void, undefined> {
  let batch: Row[] = [];
  for await (const record of records) {
    batch.push(...rows(record));
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
