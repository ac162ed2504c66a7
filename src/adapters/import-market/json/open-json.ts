import { UserError } from "../../../core/failure.ts";
import type { OpenedBytes } from "../bytes/open-bytes.ts";
import { findTables, type JsonCell, type JsonTable } from "./find-tables.ts";

/** A document is read into memory whole: API answers have thousands of candles, not millions. */
const longest = 256 * 2 ** 20;

/**
 * A file of JSON as the bytes of a CSV, with a note that says which table was taken; any other file as it is. Throws `UserError`
 * for JSON without bars, with the vendor's own words where it is a refusal.
 */
export async function openJson(bytes: OpenedBytes, name: string): Promise<OpenedBytes> {
  if (!(await beginsAsJson(bytes))) return bytes;
  const text = await wholeText(bytes, name);
  const document = parsed(text, name);
  const tables = findTables(document);
  const [table, second] = tables;
  if (table === undefined) throw noTable(document, name);
  if (second !== undefined) {
    const where = tables.map(({ path, rows }) => `${path} (${rows.length})`).slice(0, 8);
    throw new UserError(
      `${name}: ${tables.length} tables of bars, ${where.join(", ")}; wanted one: cut the others off`,
    );
  }
  const csv = Buffer.from(csvOf(table, zoneIn(document)));
  return { ...bytes, note: noteOf(table), read: () => once(csv) };
}

async function* once(csv: Uint8Array): AsyncGenerator<Uint8Array> {
  yield csv;
}

async function beginsAsJson(bytes: OpenedBytes): Promise<boolean> {
  for await (const piece of bytes.read()) {
    const start = Buffer.from(piece.subarray(0, 1000))
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .trimStart();
    // `[Date],[Open]` is a header.
    return /^\{|^\[\s*[[{\]]/.test(start);
  }
  return false;
}

async function wholeText(bytes: OpenedBytes, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes.read()) {
    length += piece.length;
    if (length > longest) throw new UserError(`${name}: JSON of more than ${longest / 2 ** 20} MiB; convert it to CSV`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces)
    .toString("utf8")
    .replace(/^\ufeff/, "");
}

/** A document, or the documents of a file with one a line. */
function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    try {
      if (lines.length > 1) return lines.map((line): unknown => JSON.parse(line));
    } catch {
      // Then it is the document that is damaged.
    }
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`${name}: damaged JSON (${why.slice(0, 120)}); download it again, or as CSV`);
  }
}

function noTable(document: unknown, name: string): UserError {
  const said = refusalIn(document);
  return new UserError(
    said === undefined
      ? `${name}: JSON without a table of bars; wanted candles, as arrays or with the names open, high, low, close, or a CSV`
      : `${name}: an answer of the vendor's API instead of prices: "${said}"; wanted a CSV or candles: mend the request and download again`,
  );
}

/** What a vendor says where it refuses. */
function refusalIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const said = Array.isArray(child) ? child[0] : child;
    if (/^(error.*|message|msg|note|information|detail|s)$/i.test(key) && typeof said === "string" && said !== "") {
      return said.slice(0, 200);
    }
  }
  return Object.values(value)
    .map(refusalIn)
    .find((said) => said !== undefined);
}

/** A zone that the document states anywhere: `"6. Time Zone": "US/Eastern"`. */
function zoneIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const own = entries.find(([key, child]) => /time[_ ]?zone/i.test(key) && typeof child === "string");
  if (own !== undefined) return String(own[1]);
  return entries.map(([, child]) => zoneIn(Array.isArray(child) ? child[0] : child)).find((zone) => zone !== undefined);
}

function csvOf({ names, rows }: JsonTable, zone: string | undefined): string {
  const lines = [
    ...(zone === undefined ? [] : [`Time zone: ${zone}`]),
    ...(names === null ? [] : [names.map(csvCell).join(",")]),
    ...rows.map((row) => row.map(csvCell).join(",")),
  ];
  return `${lines.join("\n")}\n`;
}

function csvCell(cell: JsonCell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const noteOf = ({ path, names, rows }: JsonTable): string =>
  `JSON: ${rows.length} candles${path === "" ? "" : ` under ${path}`}; lines are counted by candle${
    names === null ? "" : ", line 1 holds the names"
  }`;
