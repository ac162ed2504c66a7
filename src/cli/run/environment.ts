import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";

/** Facts about machine and code for run.json; none of them enters a score. */
export async function describeEnvironment(root: string): Promise<Readonly<Record<string, string | null>>> {
  return {
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform}-${process.arch}`,
    cpus: String(availableParallelism()),
    commit: await gitCommit(root),
  };
}

async function gitCommit(root: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)("git", ["rev-parse", "HEAD"], { cwd: root });
    return stdout.trim();
  } catch {
    return null;
  }
}
