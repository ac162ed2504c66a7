import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { workerEnvironment, workerFlags } from "../../src/adapters/sandbox-pool/worker-flags.ts";

const probe = fileURLToPath(new URL("permission-probe.mjs", import.meta.url));
const run = promisify(execFile);

it("a process with a worker's flags has no files, children, threads, network or environment", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  const secret = join(folder, "secret.txt");
  await writeFile(secret, "secret");
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  try {
    const flags = [...workerFlags(), `--allow-fs-read=${probe}`];
    const { stdout } = await run(process.execPath, [...flags, probe, secret, port], { env: workerEnvironment });
    const { environment, ...tried } = JSON.parse(stdout) as Record<string, string>;
    for (const [action, outcome] of Object.entries(tried)) expect(`${action}: ${outcome}`).toBe(`${action}: denied`);
    expect(Object.keys(tried)).toHaveLength(15);
    expect(environment).toBe("TZ");
    expect(calls).toBe(0);
    expect(await readdir(folder)).toEqual(["secret.txt"]);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
});
