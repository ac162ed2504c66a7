import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { onDisk } from "./disk-error.ts";

/**
 * Writes `file` whole or not at all: to a file beside it, synced, then renamed over it. Makes its folder.
 *
 * @param sync False does not wait for the disk: for what can be made again, should the machine lose its power.
 * @throws UserError or WorldError as `onDisk` does
 */
export function writeFileAtomic(file: string, data: string | Uint8Array, sync = true): void {
  onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
    const fd = openSync(beside, "w");
    try {
      try {
        writeFileSync(fd, data);
        if (sync) fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(beside, file);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}
