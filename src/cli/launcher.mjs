#!/usr/bin/env node
// Runs the command line under the Node that the package pins, whatever Node the user has: the sources are
// TypeScript, which an older Node cannot load.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
if (Number(process.versions.node.split(".")[0]) >= 26) {
  await import(main);
} else {
  const node = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));
  const child = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  if (child.error) {
    console.error(`walkforward needs Node 26 and did not find it at ${node}: run "npm ci" first.`);
    process.exit(1);
  }
  process.exit(child.status ?? 130);
}
