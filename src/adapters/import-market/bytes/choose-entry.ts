import { UserError } from "../../../core/failure.ts";
import { nearestName } from "../../../core/nearest-name.ts";
import type { ZipEntry } from "./zip-archive.ts";

/** The likeliest kinds of files of prices first. */
const kinds = [/\.csv$/i, /\.(tsv|tab)$/i, /\.(txt|dat|prn|asc)$/i, /(?:)/];

/**
 * The one file of prices in a zip archive: the one asked for, or the only one of the likeliest kind (CSV before text before
 * anything else). Throws `UserError` for none or several, with their names.
 */
export function chooseEntry(all: readonly ZipEntry[], wanted: string | undefined, name: string): ZipEntry {
  if (all.some((entry) => entry.name === "[Content_Types].xml")) {
    throw new UserError(`${name}: an Excel workbook (.xlsx), wanted a CSV: save it as CSV in Excel`);
  }
  if (all.some((entry) => entry.name === "content.xml")) {
    throw new UserError(`${name}: a LibreOffice document, wanted a CSV: save it as CSV`);
  }
  // Folders, and what file managers leave behind.
  const entries = all.filter((entry) => !/\/$|^__MACOSX\/|(^|\/)\./.test(entry.name));
  if (entries.length === 0) throw new UserError(`${name}: a zip archive without files`);
  if (wanted !== undefined) return namedEntry(entries, wanted, name);
  const best = kinds.map((kind) => entries.filter((entry) => kind.test(entry.name))).find((some) => some.length > 0);
  const [first, ...others] = best ?? [];
  if (first !== undefined && others.length === 0) return first;
  throw new UserError(
    `${name}: a zip archive of ${entries.length} files (${listed(entries)}), wanted one: name it with --entry`,
  );
}

function namedEntry(entries: readonly ZipEntry[], wanted: string, name: string): ZipEntry {
  const found = entries.find((entry) => entry.name === wanted || entry.name.split("/").at(-1) === wanted);
  if (found !== undefined) return found;
  const names = entries.map((entry) => entry.name);
  const near = nearestName(wanted, names);
  const guess = near === null ? "" : `; did you mean ${near}?`;
  throw new UserError(`${name}: no file ${wanted} in the zip archive; it holds ${listed(entries)}${guess}`);
}

function listed(entries: readonly ZipEntry[]): string {
  const names = entries.slice(0, 8).map((entry) => entry.name);
  return names.join(", ") + (entries.length > 8 ? ", …" : "");
}
