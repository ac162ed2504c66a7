import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { writingError } from "./file-error.ts";

/**
 * Writes `file` whole or not at all: to a file beside it, synced, then renamed over it. Makes its folder. Throws
 * `UserError` where the path cannot be written to at all.
 */
export function writeFileAtomic(file: string, data: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeSynced(beside, data);
  } catch (error) {
    throw writingError(error, file);
  }
  try {
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw writingError(error, file);
  }
}

function writeSynced(file: string, data: string | Uint8Array): void {
  const fd = openSync(file, "w");
  try {
    writeFileSync(fd, data);
    fsyncSync(fd);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}
