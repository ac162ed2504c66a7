import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** How one run of the type checker ended. `broke`: it exceeded the time limit or died. */
export type TscEnd = "done" | "broke";

/**
 * Runs `tsc` over the tsconfig.json of `folder`, with an environment of nothing, and hands each line it prints to
 * `onLine`. It is killed after `limitMs` of wall time. Throws when it cannot be started at all.
 */
export function runTsc(root: string, folder: string, limitMs: number, onLine: (line: string) => void): Promise<TscEnd> {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  return new Promise((resolve, reject) => {
    // Go returns memory late; the limit keeps one hostile type from driving the machine into swap.
    const child = spawn(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      env: { GOMEMLIMIT: "1GiB" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
    createInterface({ input: child.stdout }).on("line", onLine);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 || code === 1 || code === 2 ? "done" : "broke");
    });
  });
}
