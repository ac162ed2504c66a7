import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { UserError } from "../../core/failure.ts";

/**
 * Claims `file` for this process and returns what gives it back.
 *
 * @throws UserError naming the process if another, still alive, has claimed it
 */
export function lockFile(file: string): () => void {
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 2) throw error;
      const owner = Number(readFileSync(file, "utf8").trim());
      if (owner !== process.pid && isAlive(owner)) {
        throw new UserError(`${file}: process ${owner} is working on this run. Wait for it, or stop it, then resume.`);
      }
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
