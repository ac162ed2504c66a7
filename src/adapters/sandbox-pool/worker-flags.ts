import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../../../", import.meta.url));

function packageFolder(name: string, from: NodeJS.Require): string {
  return dirname(from.resolve(`${name}/package.json`));
}

/** The script that a worker runs. */
export const workerScript: string = fileURLToPath(new URL("../../../sandbox/worker.ts", import.meta.url));

/** The whole environment of a worker. The time zone is that of every date in a strategy. */
export const workerEnvironment: Readonly<Record<string, string>> = { TZ: "UTC" };

/**
 * Node's options of a worker: no files but its own code and isolated-vm's, no network, no children, no threads.
 * node-gyp-build asks /etc/alpine-release which C library the machine has. isolated-vm wants no Node snapshot.
 * With one thread, V8 does no work of a program where its CPU time is not counted. Temporal could be reached from a date,
 * whatever became of the global, and takes a tenth of the time in which an isolate starts.
 */
export function workerFlags(): string[] {
  const isolatedVm = packageFolder("isolated-vm", require);
  const nodeGypBuild = packageFolder("node-gyp-build", createRequire(`${isolatedVm}/package.json`));
  // node_modules may be a link: Node asks for the packages by both names.
  const linked = [`${root}node_modules/isolated-vm`, `${root}node_modules/node-gyp-build`];
  const readable = [`${root}sandbox`, `${root}src/core`, `${root}package.json`, isolatedVm, nodeGypBuild, ...linked];
  return [
    "--permission",
    "--allow-addons",
    ...[...readable, "/etc/alpine-release"].map((path) => `--allow-fs-read=${path}`),
    "--no-node-snapshot",
    "--single-threaded",
    "--no-harmony-temporal",
    "--no-warnings",
  ];
}
