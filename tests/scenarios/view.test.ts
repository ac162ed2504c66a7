import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli, startCli } from "./run/cli.ts";
import { storeRun } from "./stored-run.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-view-"));
beforeAll(() => storeRun(join(folder, "reports/one")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first line that a process writes to standard output. */
function firstLine(child: ReturnType<typeof startCli>["child"]): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    child.stdout?.on("data", (piece: string) => {
      text += piece;
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
    });
  });
}

describe("walkforward view", () => {
  it("serves reports/ on a free port, says where, and ends with 0 on Ctrl-C, readers or not", async () => {
    const { child, result } = startCli(["view", "--port", "0", "--json"], { cwd: folder });
    const { url, port, runs } = JSON.parse(await firstLine(child));
    expect([url, runs]).toEqual([`http://localhost:${port}/`, 1]);
    const list = await fetch(url);
    expect(await list.text()).toContain('href="runs/one/"');
    const events = await fetch(`${url}events`);
    child.kill("SIGINT");
    const { code, stderr } = await result;
    expect(code).toBe(0);
    expect(stderr).toContain("Serving 1 run of reports on this machine only. Ctrl-C ends it.\n");
    await events.text().catch(() => {});
  });

  it("an empty list before the first run", async () => {
    const { child, result } = startCli(["view", "--port", "0"], { cwd: mkdtempSync(join(folder, "new-")) });
    const url = await firstLine(child);
    expect(await (await fetch(url)).text()).toContain("There is no run here yet.");
    child.kill("SIGINT");
    expect((await result).code).toBe(0);
  });

  it("a port in use, a file, a folder that is not there, a port that is none: exit 2 with what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    writeFileSync(join(folder, "file"), "");
    const refused = await Promise.all([
      cli(["view", "--port", String(port)], { cwd: folder }),
      cli(["view", "file"], { cwd: folder }),
      cli(["view", "reprots"], { cwd: folder }),
      cli(["view", "--port", "99999"], { cwd: folder }),
    ]);
    other.close();
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    const said = refused.map(({ stderr }) => stderr.split("\n")[0]);
    expect(said).toEqual([
      `Port ${port} is in use: stop what uses it, or give another, as in --port ${port + 1}.`,
      "This is a file: file. Give a run folder, or the folder that holds them.",
      "There is no folder reprots. Give a run folder, or the folder that holds them.",
      "error: option '--port <number>' argument '99999' is invalid. Wanted a whole number from 0 to 65535.",
    ]);
  });
});
