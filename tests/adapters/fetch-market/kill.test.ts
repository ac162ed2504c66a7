import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { createRandom } from "../../../src/core/random.ts";
import { fetchFrom, newFolder, serve } from "./fetch-from.ts";
import { type Behaviour, honest, startServer } from "./hostile-server.ts";
import { VendorFiles } from "./vendor-server.ts";

const root = mkdtempSync(join(tmpdir(), "kill-"));
afterAll(() => rmSync(root, { recursive: true }));

const path = "/api/global/us_indices/daily_prices/VIX_History.csv";
const header = "DATE,OPEN,HIGH,LOW,CLOSE\n";
const dayOf = (i: number): string => new Date(Date.UTC(1900, 0, 1 + i)).toISOString().slice(0, 10);
const body = Buffer.from(
  header + Array.from({ length: 40_000 }, (_, i) => `${dayOf(i)},17.24,18.5,16.${i},17.5\n`).join(""),
);

/** Sends what is asked for in small pieces, until `left` says that no more is to be sent. */
function dripping(left: () => boolean, onSilence: () => Promise<void>): Behaviour {
  return async (file, request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const range = { "content-range": `bytes ${start}-${file.body.length - 1}/${file.body.length}` };
    response.writeHead(start > 0 ? 206 : 200, { etag: '"one"', ...(start > 0 ? range : {}) });
    for (let at = start; at < file.body.length; at += 8192) {
      if (!left()) return void onSilence();
      if (!response.write(file.body.subarray(at, at + 8192))) await once(response, "drain");
    }
    response.end();
  };
}

it("a process killed in the middle, five times over, leaves a beginning; the next asks for the rest only", async () => {
  const random = createRandom("kill");
  let pieces = 0;
  let child: ChildProcess | undefined;
  const folder = join(root, "markets");
  const final = join(folder, ".cache/downloads/cboe/VIX_History.csv");
  const size = (): number => statSync(`${final}.part`, { throwIfNoEntry: false })?.size ?? 0;
  const behaviour = dripping(
    () => pieces-- > 0,
    // Once some of what was sent is on disk: what still is on its way is lost with the process.
    async () => {
      for (const before = size(); size() === before; ) await pause(5);
      child?.kill("SIGKILL");
    },
  );
  const server = await startServer(
    () => ({ body }),
    () => behaviour,
  );
  const run = async (): Promise<string> => {
    let out = "";
    child = spawn(process.execPath, [join(import.meta.dirname, "fetch.host.ts"), server.url, folder]);
    child.stdout?.on("data", (text) => {
      out += text;
    });
    await once(child, "close");
    return out;
  };
  try {
    for (let kills = 0; kills < 5; kills++) {
      const before = size();
      pieces = 1 + random.int(25);
      expect(await run()).toBe("");
      expect(server.asked.at(-1)?.range).toBe(before === 0 ? undefined : `bytes=${before}-`);
      expect(existsSync(final)).toBe(false);
      expect(readFileSync(`${final}.part`).equals(body.subarray(0, size()))).toBe(true);
    }
    expect(size()).toBeGreaterThan(0);
    pieces = Number.POSITIVE_INFINITY;
    const rest = size();
    expect(await run()).toBe(final);
    expect(server.asked.at(-1)?.range).toBe(`bytes=${rest}-`);
    expect(readFileSync(final).equals(body)).toBe(true);
    expect(existsSync(`${final}.part`) || existsSync(`${final}.part.json`)).toBe(false);
  } finally {
    await server.close();
  }
}, 60_000);

it.each([
  ["pinned and not yet named", (): void => {}],
  ["neither pinned nor named", (folder: string): void => rmSync(join(folder, "market-data.lock.json"))],
])("a file that was whole when the process died, %s, is not sent again", async (_, undo) => {
  const server = await serve(new VendorFiles().add(path, `${header}2020-01-02,1,2,1,2\n`), () => honest);
  const folder = newFolder();
  const { file } = await fetchFrom(server, folder, "cboe");
  renameSync(file, `${file}.part`);
  const etag = server.asked[0] && (await fetch(new URL(path, server.url))).headers.get("etag");
  writeFileSync(`${file}.part.json`, JSON.stringify({ url: new URL(path, server.url).href, etag, lastModified: null }));
  undo(folder);
  expect((await fetchFrom(server, folder, "cboe")).file).toBe(file);
  expect(server.asked.at(-1)).toMatchObject({ range: `bytes=${statSync(file).size}-`, sent: 0 });
});
