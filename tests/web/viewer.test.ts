import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeReport } from "../../src/cli/report/write-report.ts";
import { rankRun } from "../../src/cli/run/finish-run.ts";
import { UserError } from "../../src/core/failure.ts";
import { openViewer } from "../../src/web/viewer.ts";
import { storeRun } from "../scenarios/stored-run.ts";
import { type OpenRuns, openRuns } from "./open-runs.ts";
import { type RawAnswer, rawRequest } from "./raw-request.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-viewer-"));
const root = join(folder, "reports");
let open: OpenRuns;

beforeAll(async () => {
  const outside = join(folder, "outside");
  await storeRun(join(root, "one"));
  await storeRun(outside);
  const { run, ranking } = await rankRun(join(root, "one"));
  await writeReport(run, ranking, () => {}, join(folder, "written"));
  cpSync(join(root, "one"), join(root, "group/two"), { recursive: true });
  cpSync(join(root, "one"), join(root, "linked-curves"), { recursive: true });
  const curves = join(root, "linked-curves/curves/model_a/design-one/en-0.json.gz");
  rmSync(curves);
  symlinkSync(join(outside, "curves/model_a/design-one/en-0.json.gz"), curves);
  symlinkSync(outside, join(root, "linked-run"));
  cpSync(join(root, "one"), join(root, "linked-attempts"), { recursive: true });
  rmSync(join(root, "linked-attempts/attempts.jsonl"));
  symlinkSync(join(outside, "attempts.jsonl"), join(root, "linked-attempts/attempts.jsonl"));
  mkdirSync(join(root, "bad"));
  writeFileSync(join(root, "bad/run.json"), "{");
  open = await openRuns(root);
});
afterAll(async () => {
  await open.viewer.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> =>
  rawRequest(open.viewer.port, path, { headers });

describe("pages", () => {
  it("every file that a report writes is served, byte for byte", async () => {
    const names = readdirSync(join(folder, "written"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "written").length + 1));
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) {
      const { status, body, headers } = await get(`/runs/one/${name}`);
      expect(status, name).toBe(200);
      expect(body === readFileSync(join(folder, "written", name), "utf8"), name).toBe(true);
      expect(headers["content-type"], name).toBe(
        name.endsWith(".html") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      );
    }
  });

  it("the list names every run in the folder and one folder deeper, and a damaged one with what is wrong", async () => {
    const { body } = await get("/");
    expect(body).toContain('href="runs/one/"');
    expect(body).toContain('href="runs/group_two/"');
    expect(body).toContain("run.json is not JSON");
    expect(body).not.toContain(folder);
  });

  it("a run's address leads to its index, and keeps what was asked", async () => {
    const { status, headers } = await get("/runs/one?lang=zh");
    expect([status, headers["location"]]).toEqual([302, "/runs/one/?lang=zh"]);
    expect((await get("/runs/one/?lang=zh")).headers["location"]).toBe("index.html?lang=zh");
    expect((await get("/runs/one/live.html")).headers["location"]).toBe("index.html");
  });

  it("a page that did not change is not sent again", async () => {
    const first = await get("/runs/one/index.html");
    const again = await get("/runs/one/index.html", { "If-None-Match": String(first.headers["etag"]) });
    expect([again.status, again.body]).toEqual([304, ""]);
    // A browser takes over the headers of a 304: the policy must be the page's own.
    expect(again.headers["content-security-policy"]).toBe(first.headers["content-security-policy"]);
  });

  it("50 readers at once get the same", async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => get("/runs/group_two/index.html")));
    expect(new Set(all.map(({ status, body }) => `${status} ${body.length}`)).size).toBe(1);
    expect(all[0]?.status).toBe(200);
  });
});

describe("what is not served", () => {
  it.each([
    "/runs/one/run.json",
    "/runs/one/attempts.jsonl",
    "/runs/one/../../outside/run.json",
    "/runs/one/..%2f..%2foutside%2frun.json",
    "/runs/one/%2e%2e/%2e%2e/outside/run.json",
    "/runs/..%2foutside/index.html",
    "/runs/../outside/index.html",
    "/runs/%2e%2e%2foutside/",
    "/..%5c..%5coutside/run.json",
    "/runs/one/strategies/..%2f..%2frun.json",
    "/runs/one/index.html%00.png",
    "/runs/one/%00",
    "/runs/one/%E0%A4%A",
    "/runs/one/%",
    "/runs/one/strategies/model_a/design-one/",
    "/runs/none/",
    "/runs/constructor/",
    "/runs/__proto__/index.html",
    "/etc/passwd",
    "/events/x",
    "/favicon.ico",
  ])("%s: 404", async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain(folder);
  });

  it("an address of 10,000 characters is refused: 414; one of 100,000 is not even read: 431, or the line is cut", async () => {
    expect((await get(`/${"a".repeat(10_000)}`)).status).toBe(414);
    const endless = await get(`/${"a".repeat(100_000)}`).catch(() => null);
    expect([431, undefined]).toContain(endless?.status);
    expect((await get("/")).status).toBe(200);
  });

  it("a run that lies elsewhere, or whose attempts do, is not there", async () => {
    expect((await get("/runs/linked-run/index.html")).status).toBe(404);
    expect((await get("/runs/linked-attempts/index.html")).status).toBe(404);
  });

  it("a run whose curves lead elsewhere is not shown, and the list says why", async () => {
    const { status, body } = await get("/runs/linked-curves/index.html");
    expect([status, body]).toEqual([500, "en-0.json.gz: this link leads out of the folder that is shown.\n"]);
  });

  it("only GET and HEAD are answered, and HEAD without a body", async () => {
    const { port } = open.viewer;
    const posted = await rawRequest(port, "/", { method: "POST" });
    expect([posted.status, posted.headers["allow"]]).toEqual([405, "GET, HEAD"]);
    for (const path of ["/", "/events", "/runs/one/index.html"]) {
      const head = await rawRequest(port, path, { method: "HEAD" });
      expect([head.status, head.body], path).toEqual([200, ""]);
    }
  });

  it("other hosts, other sites' pages: 421, 403", async () => {
    expect((await get("/", { Host: "evil.example" })).status).toBe(421);
    expect((await get("/", { Host: `evil.example:${open.viewer.port}` })).status).toBe(421);
    expect((await get("/events", { Origin: "http://evil.example" })).status).toBe(403);
    expect((await get("/runs/one/index.html", { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });

  it("nothing of all that was a fault of ours", () => {
    expect(open.faults).toEqual([]);
  });
});

describe("headers", () => {
  it.each(["/", "/runs/one/index.html", "/runs/one/strategies/model_a/design-one/en-0.ts", "/nothing", "/runs/one"])(
    "%s: nothing is framed, sniffed or told to other sites",
    async (path) => {
      const { headers } = await get(path);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.* frame-ancestors 'none'$/);
    },
  );

  it("only the viewer's own pages may ask the server for more", async () => {
    expect((await get("/")).headers["content-security-policy"]).toContain("connect-src 'self'");
    expect((await get("/runs/one/index.html")).headers["content-security-policy"]).not.toContain("connect-src");
    expect(
      (await get("/runs/one/strategies/model_a/design-one/en-0.ts")).headers["content-security-policy"],
    ).not.toContain("script-src");
  });
});

describe("openViewer", () => {
  it("listens on ::1 as well, where there is one", async () => {
    const { port } = open.viewer;
    const answer = await rawRequest(port, "/", { host: "::1", headers: { Host: `[::1]:${port}` } }).catch(() => null);
    expect([200, undefined]).toContain(answer?.status);
  });

  it("says what to do where the port is in use", async () => {
    const { port } = open.viewer;
    const again = openViewer({ source: open.source, port, missing: "", onFault: () => {} });
    await expect(again).rejects.toThrow(UserError);
    await expect(again).rejects.toThrow(
      `Port ${port} is in use: stop what uses it, or give another, as in --port ${port + 1}.`,
    );
  });

  it("closes with readers of events still there", async () => {
    const other = await openRuns(root);
    const answer = await fetch(`${other.viewer.url}events`);
    await other.viewer.close();
    await expect(answer.text()).rejects.toThrow();
  });
});
