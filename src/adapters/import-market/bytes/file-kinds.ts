import { UserError } from "../../../core/failure.ts";

interface Kind {
  readonly magic: readonly number[];
  readonly at?: number;
  readonly what: string;
  readonly advice: string;
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const asCsv = "save or export the prices as CSV";
const unpack = "unpack it and give the CSV inside";

/** First bytes of files that hold no text, and what to do about each. */
const kinds: readonly Kind[] = [
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Excel workbook (.xls)", advice: asCsv },
  { magic: ascii("%PDF"), what: "a PDF", advice: asCsv },
  { magic: ascii("PAR1"), what: "a Parquet file", advice: asCsv },
  { magic: ascii("ARROW1"), what: "an Arrow or Feather file", advice: asCsv },
  { magic: [0x89, ...ascii("HDF")], what: "an HDF5 file", advice: asCsv },
  { magic: ascii("SQLite format 3"), what: "an SQLite database", advice: asCsv },
  { magic: ascii("SCID"), what: "a Sierra Chart .scid file", advice: "export it as text in Sierra Chart" },
  { magic: [0x89, ...ascii("PNG")], what: "a picture", advice: "give the CSV of the prices" },
  { magic: [0xff, 0xd8, 0xff], what: "a picture", advice: "give the CSV of the prices" },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: "a 7-Zip archive", advice: unpack },
  { magic: ascii("Rar!"), what: "a RAR archive", advice: unpack },
  { magic: ascii("BZh"), what: "a bzip2 file", advice: unpack },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: "an xz file", advice: unpack },
  { magic: ascii("ustar"), at: 257, what: "a tar archive", advice: unpack },
];

const startsWith = (head: Uint8Array, magic: readonly number[], at = 0): boolean =>
  head.length >= at + magic.length && magic.every((byte, i) => head[at + i] === byte);

/** Refuses bytes that are known to be no text; `head` are the first ones, unpacked. */
export function refuseForeign(head: Uint8Array, name: string): void {
  const kind = kinds.find(({ magic, at }) => startsWith(head, magic, at));
  if (kind !== undefined) throw new UserError(`${name}: ${kind.what}, wanted a CSV: ${kind.advice}`);
}

/** How the bytes of a file are packed, by its first bytes. */
export function compressionOf(head: Uint8Array): "none" | "gzip" | "zip" | "zstd" {
  if (startsWith(head, [0x1f, 0x8b])) return "gzip";
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return "zip";
  return startsWith(head, [0x28, 0xb5, 0x2f, 0xfd]) ? "zstd" : "none";
}

/** Refuses text that is a page or the like, in the words of what most likely happened. */
export function refuseNoTable(text: string, name: string): void {
  const start = text.trimStart().slice(0, 2000);
  if (/^(<!doctype|<html|<head|<body|<script)/i.test(start)) {
    const title = /<title[^>]*>([^<]{1,100})/i.exec(start)?.[1]?.trim();
    const of = title === undefined ? "" : ` ("${title}")`;
    throw new UserError(
      `${name}: looks like a web page${of}: the download failed; get the file again, logged in where the vendor wants it`,
    );
  }
  if (/^<\?xml|^<[a-z][\w:-]*[\s>]/i.test(start) && !/^<(ticker|date|dtyyyymmdd|per|time|open)>/i.test(start)) {
    throw new UserError(`${name}: XML, wanted a CSV: export the prices as CSV`);
  }
}
