import { closeSync, fsyncSync, openSync, writeFileSync } from "node:fs";

/** Writes a file that must not be there yet (EEXIST), and waits until the disk has it. Throws what the file system throws. */
export function writeNewSynced(file: string, data: string | Uint8Array): void {
  const fd = openSync(file, "wx");
  try {
    writeFileSync(fd, data);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Waits until the disk has the names in a folder. Systems that cannot sync a folder (Windows) are let be. */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // The names reach the disk a little later.
  }
}
