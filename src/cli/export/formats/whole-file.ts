import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { onDisk } from "../../../adapters/shared/disk-error.ts";

/** A file that is there once it is whole, written piece by piece. */
export interface WholeFile {
  /** Bytes are taken over before it returns. */
  write(data: string | Uint8Array): void;
  /** Puts it in its place. */
  finish(): void;
  /** Takes away what was written. */
  discard(): void;
}

/** Begins a file beside `file`. @throws UserError or WorldError as `onDisk` does; so do its functions */
export function openWholeFile(file: string): WholeFile {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  const fd = onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(beside, "wx");
  });
  return {
    write: (data) => onDisk(file, () => writeAll(fd, typeof data === "string" ? Buffer.from(data) : data)),
    finish: () =>
      onDisk(file, () => {
        fsyncSync(fd);
        closeSync(fd);
        renameSync(beside, file);
      }),
    discard: () => {
      closeSync(fd);
      rmSync(beside, { force: true });
    },
  };
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}
