import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { FileContent } from "./preset.ts";
import { TransferError } from "./transfer-error.ts";

const nouns: Readonly<Record<FileContent, string>> = { csv: "a CSV", json: "JSON", zip: "a zip archive" };

/**
 * Refuses the beginning of a web page where data is wanted: error pages come with status 200 often enough.
 *
 * @throws TransferError with the title of the page
 */
export function refusePage(head: Uint8Array, host: string, content: FileContent): void {
  const text = new TextDecoder().decode(head.subarray(0, 4096));
  if (!/^\ufeff?\s*</.test(text)) return;
  const title = /<title[^>]*>\s*([^<]{1,120})/i.exec(text)?.[1]?.replace(/\s+/g, " ").trim();
  const words = title ? ` ("${title}")` : "";
  throw new TransferError(`${host}: sent a web page${words} where ${nouns[content]} was wanted`);
}

/**
 * Refuses a few words where a CSV is wanted: vendors without a form for it say "Exceeded the daily hits limit", or the like in
 * JSON, with status 200. Only what can be no table, so that a beginning of one is asked for again.
 *
 * @throws TransferError with the words
 */
export function refuseWords(head: Uint8Array, host: string, content: FileContent): void {
  const text = new TextDecoder().decode(head.subarray(0, 4096)).trim();
  const [line = "", second] = text.split(/\r?\n/, 2);
  const json = /^[{[]\s*"/.test(text);
  const words = second === undefined && line.includes(" ") && !/[,;\t|].*[,;\t|]/.test(line);
  if (content === "csv" && (json || words)) throw new TransferError(`${host}: answers "${line.slice(0, 200)}"`);
}

/**
 * Refuses a downloaded file that cannot be whole: a zip archive without its directory, which stands at the end; JSON that
 * does not parse; a CSV whose last line does not end. (A CSV that a server cuts at the end of a line, and gives the
 * length of that, cannot be told from a whole one without a checksum.)
 *
 * @throws TransferError
 */
export function checkWhole(path: string, host: string, content: FileContent): void {
  const size = statSync(path).size;
  const wrong = size === 0 ? "is empty" : faults[content](path, size);
  if (wrong !== null) throw new TransferError(`${host}: the file ${wrong}`, { passing: true });
}

const faults: Readonly<Record<FileContent, (path: string, size: number) => string | null>> = {
  csv: (path, size) => (readAt(path, size - 1, 1)[0] === 0x0a ? null : "ends in the middle of a line"),
  json: (path) => (isJson(readFileSync(path, "utf8")) ? null : "is JSON cut short, or none"),
  zip: (path, size) => {
    // The last record of an archive, followed by at most 65,535 bytes of comment.
    const tail = readAt(path, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const begins = readAt(path, 0, 2).toString("latin1") === "PK";
    return begins && tail.includes("PK\u0005\u0006", 0, "latin1") ? null : "is no whole zip archive";
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readAt(path: string, position: number, length: number): Buffer {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
  } finally {
    closeSync(fd);
  }
}
