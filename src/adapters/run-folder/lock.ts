import { randomBytes } from "node:crypto";
import { constants, copyFileSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { UserError } from "../../core/failure.ts";
import { onDisk } from "../shared/disk-error.ts";

/** In the words of the message for those who come second. */
export interface LockedWork {
  /** "working on this run": what the holder of the lock is doing. */
  readonly doing: string;
  /** "resume": what to do when it has ended. */
  readonly afterwards: string;
}

const runUnderWay: LockedWork = { doing: "working on this run", afterwards: "resume" };

/**
 * Claims `file` for this process and returns what gives it back. The claim is made by a link to a file that is already
 * written, so that nobody reads half of one.
 *
 * @param work what the process that holds it is doing, and what to do once it has ended
 * @throws UserError naming the process if another, still alive, has claimed it
 */
export function lockFile(file: string, work: LockedWork = runUnderWay): () => void {
  const claim = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  return onDisk(file, () => {
    writeFileSync(claim, `${process.pid}\n`, { flag: "wx" });
    try {
      for (let tries = 0; ; tries++) {
        if (tryLink(claim, file)) return () => unlock(file);
        const owner = ownerOf(file);
        if (owner !== process.pid && isAlive(owner)) throw new UserError(inUse(file, owner, work));
        if (tries > 2) throw new Error(`${file} comes back as soon as it is removed`);
        rmSync(file, { force: true });
      }
    } finally {
      rmSync(claim, { force: true });
    }
  });
}

function tryLink(claim: string, file: string): boolean {
  try {
    linkSync(claim, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === undefined || !noLinks.includes(code)) throw error;
  }
  return tryCopy(claim, file);
}

/** What file systems without hard links answer. */
const noLinks: readonly string[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];

function tryCopy(claim: string, file: string): boolean {
  try {
    copyFileSync(claim, file, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Leaves the claim of another process alone: ours may have gone with its folder. */
function unlock(file: string): void {
  if (ownerOf(file) === process.pid) rmSync(file, { force: true });
}

/** True while a process that is alive holds the claim of `file`. */
export function isLocked(file: string): boolean {
  return isAlive(ownerOf(file));
}

/** The process that has claimed a file; 0 if none has. */
function ownerOf(file: string): number {
  try {
    const owner = Number(readFileSync(file, "utf8").trim());
    return Number.isInteger(owner) && owner > 0 ? owner : 0;
  } catch {
    return 0;
  }
}

function inUse(file: string, owner: number, { doing, afterwards }: LockedWork): string {
  return `${file}: process ${owner} is ${doing}. Wait for it, or stop it, then ${afterwards}. If that is some other program, delete the file.`;
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
