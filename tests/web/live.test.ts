import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attempts } from "../report/records.ts";
import { storedRun, storeRun } from "../scenarios/stored-run.ts";
import { type OpenRuns, openRuns } from "./open-runs.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-live-"));
const dir = join(folder, "run");
const lines = attempts.map((attempt) => `${JSON.stringify(attempt)}\n`);
let open: OpenRuns;

beforeAll(async () => {
  open = await openRuns(folder);
});
beforeEach(async () => {
  rmSync(dir, { recursive: true, force: true });
  await storeRun(dir, { ...storedRun, attempts: attempts.slice(0, 2), answers: [] });
  // A process that is alive works on it: this one.
  writeFileSync(join(dir, "run.lock"), `${process.pid}\n`);
});
afterAll(async () => {
  await open.viewer.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = async (path: string): Promise<string> => (await fetch(open.viewer.url + path)).text();

/** Asks again until `test` holds: the viewer looks at the folders several times a second at most. */
async function until(path: string, test: (text: string) => boolean): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const text = await page(path);
    if (test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return page(path);
}

/** Done of the whole, as the page of a run that is going on states it. */
const done = (text: string): string =>
  /id="live-whole"[^>]*><p><span[^>]*>([\d/ of\u2009]+) attempts/.exec(text)?.[1] ?? "";

describe("a run that is going on", () => {
  it("shows how far it is, and never reads half a line", async () => {
    expect(done(await page("runs/run/live.html"))).toBe("2 of 10");
    const line = lines[2] ?? "";
    appendFileSync(join(dir, "attempts.jsonl"), line.slice(0, 400));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(done(await page("runs/run/live.html"))).toBe("2 of 10");
    appendFileSync(join(dir, "attempts.jsonl"), line.slice(400));
    expect(done(await until("runs/run/live.html", (text) => done(text) !== "2 of 10"))).toBe("3 of 10");
    expect(open.faults).toEqual([]);
  });

  it("marks its ranking as provisional, and the list says that it is running", async () => {
    const text = await page("runs/run/live.html");
    expect(text).toContain("Provisional ranking");
    expect(text).toContain("暂定排名");
    expect(await until("", (list) => list.includes("state running"))).toContain('<span class="state running">');
    expect((await fetch(`${open.viewer.url}runs/run/`, { redirect: "manual" })).headers.get("location")).toBe(
      "live.html",
    );
  });

  it("is incomplete when its process is gone, and complete when nothing is left to do", async () => {
    writeFileSync(join(dir, "run.lock"), "999999999\n");
    expect(await until("", (list) => list.includes("state incomplete"))).toContain('<span class="state incomplete">');
    expect((await fetch(`${open.viewer.url}runs/run/live.html`)).url).toBe(`${open.viewer.url}runs/run/index.html`);
  });

  it("scored anew meanwhile, with fewer lines, is read from the beginning", async () => {
    await page("runs/run/live.html");
    const file = join(dir, "attempts.jsonl");
    writeFileSync(file, readFileSync(file, "utf8").split("\n").slice(1, 2).join("\n").concat("\n"));
    expect(done(await until("runs/run/live.html", (text) => done(text) === "1 of 10"))).toBe("1 of 10");
  });

  it("a damaged line is said, and is no fault of ours", async () => {
    appendFileSync(join(dir, "attempts.jsonl"), "nonsense\n");
    const text = await until("", (list) => list.includes("state damaged"));
    expect(text).toContain("this line is not JSON");
    expect(open.faults).toEqual([]);
  });

  it("tells readers of every change, in one line of events", async () => {
    const over = new AbortController();
    const answer = await fetch(`${open.viewer.url}runs/run/events`, { signal: over.signal });
    expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    let heard = "";
    const hear = async (part: string): Promise<void> => {
      while (!heard.includes(part)) heard += decoder.decode((await reader.read()).value, { stream: true });
    };
    await hear("retry: 2000");
    await new Promise((resolve) => setTimeout(resolve, 500));
    appendFileSync(join(dir, "attempts.jsonl"), lines[3] ?? "");
    await hear("event: change\ndata: ");
    over.abort();
    expect((await fetch(`${open.viewer.url}runs/none/events`)).status).toBe(404);
  });
});
