import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { UserError } from "../../../core/failure.ts";
import type { OpenedBytes } from "../bytes/open-bytes.ts";
import { type CellSigns, csvOptions, joinBlanks } from "../text/parse-records.ts";
import { readText } from "../text/read-text.ts";
import { createRowReader, type RowContent, type RowPlan } from "./row-reader.ts";

/** How the text of a file is to be cut into records. */
export interface TextPlan extends CellSigns {
  readonly encoding: string;
  readonly lineEnds: readonly string[];
}

const allLineEnds = ["\r\n", "\n", "\r"];

/**
 * Reads the rows of a file, streaming: memory holds the columns only. A file that turns out to mix its line ends is read once
 * more with all of them (which takes csv-parse twice the time). Throws `UserError` naming the line.
 */
export async function readRows(bytes: OpenedBytes, text: TextPlan, plan: RowPlan): Promise<RowContent> {
  const content = await readOnce(bytes, text, plan);
  if (!content.mixedLineEnds || text.lineEnds.length > 1) return content;
  return readOnce(bytes, { ...text, lineEnds: allLineEnds }, plan);
}

async function readOnce(bytes: OpenedBytes, text: TextPlan, plan: RowPlan): Promise<RowContent> {
  const reader = createRowReader(plan);
  let lastLine = 0;
  const parser = parse({
    ...csvOptions(text, text.lineEnds),
    on_record: (record: string[], context) => {
      lastLine = context.lines;
      reader.add(record, lastLine);
      return null;
    },
  });
  const pieces = readText(bytes.read(), text.encoding, plan.name);
  try {
    await pipeline(text.delimiter === " " ? joinedBlanks(pieces) : pieces, parser.resume());
  } catch (error) {
    throw readable(error, plan.name, lastLine);
  }
  return reader.content();
}

/** Whole lines with their blanks joined; a line that a piece cuts waits for its rest. */
async function* joinedBlanks(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + (typeof piece === "string" ? piece : Buffer.from(piece).toString("latin1"));
    const end = text.lastIndexOf("\n") + 1;
    rest = text.slice(end);
    if (end > 0) yield joinBlanks(text.slice(0, end));
  }
  if (rest !== "") yield joinBlanks(rest);
}

function readable(error: unknown, name: string, lastLine: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return new UserError(
      `${name}, line ${lastLine + 1}: a quotation mark opens here that nothing closes, or the line never ends; mend that line`,
    );
  }
  return new UserError(`${name}, line ${lastLine + 1}: ${error.message}; wanted a CSV`);
}
