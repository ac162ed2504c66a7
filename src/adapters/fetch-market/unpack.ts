import { unzipSync } from "fflate";
import { WorldError } from "../../core/failure.ts";

/** Most that one archive may unpack to, bytes: a month of one-second bars is a fifth of it. */
const mostBytes = 2 ** 30;

/**
 * The text of the one CSV in a zip archive.
 *
 * @param name of the archive, for messages
 * @throws WorldError for a damaged archive, one without a CSV, with several, or with one that is far too large
 */
export function unpackCsv(archive: Uint8Array, name: string): string {
  const names: string[] = [];
  const unpacked = unpack(archive, name, (entry, bytes) => {
    if (!entry.toLowerCase().endsWith(".csv")) return false;
    names.push(entry);
    if (bytes > mostBytes) throw new WorldError(`${name}: ${entry} unpacks to ${bytes} bytes, wanted 1 GiB at most`);
    return true;
  });
  const [first] = Object.values(unpacked);
  if (first === undefined || names.length !== 1) {
    throw new WorldError(`${name}: holds ${names.length} CSVs, wanted one (${names.slice(0, 5).join(", ")})`);
  }
  return new TextDecoder().decode(first);
}

function unpack(
  archive: Uint8Array,
  name: string,
  take: (entry: string, bytes: number) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(archive, { filter: (entry) => take(entry.name, entry.originalSize) });
  } catch (error) {
    if (error instanceof WorldError) throw error;
    throw new WorldError(`${name}: is a damaged zip archive`);
  }
}
