import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { onDisk } from "../../adapters/shared/disk-error.ts";
import { UserError } from "../../core/failure.ts";

/** The file by which a folder is known to be a site that was written by us. */
export const siteFile = "site.json";

/**
 * Makes a folder whole or not at all: `write` fills one beside `out`, which then takes its place.
 *
 * @throws UserError if `out` is something else than a site or an empty folder, or holds one of `sources`
 */
export async function replaceFolder(
  out: string,
  sources: readonly string[],
  write: (folder: string) => Promise<void>,
): Promise<void> {
  refuseOther(out, sources);
  const fresh = `${out}.${process.pid}.writing`;
  const old = `${out}.${process.pid}.before`;
  try {
    await write(fresh);
    onDisk(out, () => {
      if (existsSync(out)) renameSync(out, old);
      renameSync(fresh, out);
    });
  } catch (error) {
    if (existsSync(old) && !existsSync(out)) renameSync(old, out);
    throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function refuseOther(out: string, sources: readonly string[]): void {
  if (sources.some((dir) => dir === out || dir.startsWith(out + sep) || out.startsWith(dir + sep))) {
    throw new UserError(`${out}: the site replaces this folder, and a run lies there. Give a folder of its own.`);
  }
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UserError(`${out} is a file: give a folder for the site.`);
  if (readdirSync(out).length === 0 || existsSync(join(out, siteFile))) return;
  throw new UserError(
    `${out} holds other files, and the site would take their place. Give a new folder, such as ${join(dirname(out), "site")}.`,
  );
}
