import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  type DownloadedFile,
  type DownloadRequest,
  downloadFile,
} from "../../../src/adapters/fetch-market/download-file.ts";
import { usualSettings } from "../../../src/adapters/fetch-market/transfer-settings.ts";
import {
  type Behaviour,
  breakOff,
  closeDelimited,
  compress,
  type HostileServer,
  honest,
  ignoreCondition,
  ignoreRange,
  lieAboutLength,
  page,
  type ServedFile,
  stall,
  startServer,
  status,
  wrong416,
  wrongRange,
} from "./hostile-server.ts";

const folder = mkdtempSync(join(tmpdir(), "download-"));
afterAll(() => rmSync(folder, { recursive: true }));

const open: HostileServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

const line = (i: number): string => `2020-01-01,${i},${i},${i},${i},${i}\n`;
const body = Buffer.from(Array.from({ length: 400 }, (_, i) => line(1000 + i)).join(""));
const file: ServedFile = { body, etag: '"one"' };
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

let number = 0;

interface Served {
  readonly server: HostileServer;
  readonly target: string;
  readonly get: (change?: Partial<DownloadRequest>) => Promise<DownloadedFile>;
}

/** A server that meets the requests one by one with `behaviours`, the last of them ever after. */
async function serve(behaviours: readonly Behaviour[], served: () => ServedFile = () => file): Promise<Served> {
  const server = await startServer(served, (_, nth) => behaviours[Math.min(nth, behaviours.length - 1)] ?? honest);
  open.push(server);
  const target = join(folder, `file-${number++}.csv`);
  const get = (change: Partial<DownloadRequest> = {}): Promise<DownloadedFile> =>
    downloadFile({
      url: new URL("prices.csv", server.url),
      address: `${server.url}prices.csv`,
      file: target,
      content: "csv",
      wanted: null,
      refusal: () => null,
      settings: { ...usualSettings, tries: 3, backoffMs: 1, maxWaitMs: 2000, idleTimeoutMs: 60 },
      signal: undefined,
      onBytes: () => {},
      ...change,
    });
  return { server, target, get };
}

describe("downloadFile", () => {
  it("gives the file its name when it is whole, and leaves nothing beside it", async () => {
    const { get, target } = await serve([honest]);
    const downloaded = await get();
    expect(existsSync(target)).toBe(false);
    downloaded.finish();
    expect(readFileSync(target)).toEqual(body);
    expect(downloaded).toMatchObject({ sha256: sha256(body), bytes: body.length });
    expect(existsSync(`${target}.part`) || existsSync(`${target}.part.json`)).toBe(false);
  });

  it("after a break at byte 5000 asks for bytes 5000 and on, of the same version", async () => {
    const { get, server } = await serve([breakOff(5000), honest]);
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked.map(({ range, ifRange }) => [range, ifRange])).toEqual([
      [undefined, undefined],
      ["bytes=5000-", '"one"'],
    ]);
    expect(server.asked[1]?.sent).toBe(body.length - 5000);
  });

  it("goes on with what an earlier process left", async () => {
    const { get, target, server } = await serve([breakOff(3000), status(404), honest]);
    await expect(get()).rejects.toThrow(/no such file/);
    expect(readFileSync(`${target}.part`)).toEqual(body.subarray(0, 3000));
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked.at(-1)?.range).toBe("bytes=3000-");
  });

  it("goes by Last-Modified where there is no ETag", async () => {
    const lastModified = "Wed, 01 Jan 2020 00:00:00 GMT";
    const { get, server } = await serve([breakOff(100), honest], () => ({ body, lastModified }));
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked[1]).toMatchObject({ range: "bytes=100-", ifRange: lastModified });
  });

  it.each([
    ["a weak ETag", { etag: 'W/"one"' }],
    ["nothing", {}],
    ["a Last-Modified of this very second", { lastModified: new Date(Date.now() + 5000).toUTCString() }],
  ])("begins anew where %s vouches for the version", async (_, validators) => {
    const { get, server } = await serve([breakOff(100), honest], () => ({ body, ...validators }));
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked[1]?.range).toBeUndefined();
  });

  it("asks for the rest without a validator where the sha256 is known", async () => {
    const { get, server } = await serve([breakOff(100), honest], () => ({ body }));
    const wanted = { sha256: sha256(body), by: "the vendor's checksum" };
    expect(await get({ wanted })).toMatchObject({ sha256: sha256(body) });
    expect(server.asked[1]).toMatchObject({ range: "bytes=100-", ifRange: undefined });
  });

  it.each([
    ["knows conditions", honest],
    ["sends the rest all the same", ignoreCondition],
  ])("takes the new version whole when the file changes in between, from a server that %s", async (_, behaviour) => {
    const next = Buffer.from(body.toString().replaceAll("2020", "2021"));
    let asked = 0;
    const { get } = await serve([breakOff(5000), behaviour], () =>
      asked++ === 0 ? file : { body: next, etag: '"two"' },
    );
    expect(await get()).toMatchObject({ sha256: sha256(next) });
  });

  it("a whole file on disk is known by status 416, and not sent again", async () => {
    const { get, target, server } = await serve([honest]);
    writeFileSync(`${target}.part`, body);
    writeFileSync(
      `${target}.part.json`,
      JSON.stringify({ url: `${server.url}prices.csv`, etag: '"one"', lastModified: null }),
    );
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked.map(({ sent }) => sent)).toEqual([0]);
  });

  it("bytes left from another address, or of nobody knows what, are not used", async () => {
    const { get, target, server } = await serve([honest]);
    writeFileSync(`${target}.part`, "rubbish");
    writeFileSync(`${target}.part.json`, "{}");
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked[0]?.range).toBeUndefined();
  });

  it.each<[string, Behaviour]>([
    ["ignores ranges", ignoreRange],
    ["sends a range 7 bytes too early", wrongRange(-7)],
    ["sends a range 7 bytes too late", wrongRange(7)],
    ["says of any range that it is beyond the end", wrong416],
    ["compresses unasked", compress(0)],
    ["ends its body by closing", closeDelimited(body.length)],
  ])("gets the right bytes from a server that %s", async (_, behaviour) => {
    const { get } = await serve([breakOff(5000), behaviour, honest]);
    expect(await get()).toMatchObject({ sha256: sha256(body) });
  });

  it.each<[string, Behaviour, RegExp]>([
    ["states 10 bytes too many", lieAboutLength(10), /the connection broke off/],
    ["states 10 bytes too few", lieAboutLength(-10), /no sound HTTP|middle of a line/],
    ["cuts its compressed answer short", compress(10), /compressed answer is damaged/],
    ["closes in the middle of a line", closeDelimited(5003), /ends in the middle of a line/],
    ["falls silent after 100 bytes", stall(100), /silent for 0.06 s/],
    ["falls silent at once", stall(0), /silent for 0.06 s/],
    ["is out of order", status(500), /out of order \(HTTP 500\), 3 times/],
    ["says nothing", status(200), /the answer is empty, 3 times/],
    ["has not the file", status(404), /no such file \(HTTP 404\)$/],
    ["refuses access", status(403), /refuses access from here \(HTTP 403\)$/],
    ["says no in words", status(200, {}, "Exceeded the daily hits limit"), /answers "Exceeded the daily hits limit"$/],
    ["says no in JSON", status(200, {}, '{"error": "rate limit"}\n'), /answers "\{"error": "rate limit"\}"$/],
    ["ends within the header", status(200, {}, "Date,Open,Adj Cl"), /middle of a line, 3 times/],
    ["sends a page", page, /a web page \("Are you a robot\?"\) where a CSV was wanted$/],
    ["redirects elsewhere", status(302, { location: "http://example.com/x" }), /another server without https/],
    ["redirects nowhere", status(302, { location: "javascript:1" }), /an address that is none/],
    ["redirects in a circle", status(302, { location: "prices.csv" }), /more than 5 redirects/],
    ["knows an encoding of its own", status(200, { "content-encoding": "zzz" }, "x"), /encoding "zzz"/],
  ])("a server that %s gives a clear error", async (_, behaviour, message) => {
    const { get } = await serve([behaviour]);
    await expect(get()).rejects.toThrow(message);
  });

  it("a page in the place of the rest does not cost what is there already", async () => {
    const { get, target } = await serve([breakOff(5000), page]);
    await expect(get()).rejects.toThrow(/a web page/);
    expect(readFileSync(`${target}.part`)).toEqual(body.subarray(0, 5000));
  });

  it("waits as long as Retry-After says", async () => {
    const { get, server } = await serve([status(503, { "retry-after": "0" }), honest]);
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked).toHaveLength(2);
  });

  it("does not wait for an hour", async () => {
    const { get, server } = await serve([status(429, { "retry-after": "3600" })]);
    await expect(get()).rejects.toThrow(/too many calls \(HTTP 429\), and asks to be left alone for 3600 s/);
    expect(server.asked).toHaveLength(1);
  });

  it("tries that bring something do not count: 20 breaks, each 700 bytes on, are one download", async () => {
    const { get, server } = await serve([...Array(20).fill(breakOff(700)), honest]);
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked.reduce((sum, { sent }) => sum + sent, 0)).toBe(body.length);
  });

  it("follows a redirect within the server", async () => {
    const { get, server } = await serve([status(302, { location: "/other.csv" }), honest]);
    expect(await get()).toMatchObject({ sha256: sha256(body) });
    expect(server.asked.map(({ path }) => path)).toEqual(["/prices.csv", "/other.csv"]);
  });

  it("a wrong sha256 is asked for once more, then refused with both", async () => {
    const { get, server, target } = await serve([honest]);
    const wanted = { sha256: "0".repeat(64), by: "the vendor's checksum" };
    await expect(get({ wanted })).rejects.toThrow(
      `the file that came has sha256 ${sha256(body)}, but the vendor's checksum says ${"0".repeat(64)}`,
    );
    expect(server.asked).toHaveLength(2);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it.each([
    ["stated", honest],
    ["met", compress(0)],
  ])("a file larger than the limit is refused where the size is %s", async (_, behaviour) => {
    const { get } = await serve([behaviour]);
    const settings = { ...usualSettings, tries: 1, maxBytes: 2 ** 13 };
    await expect(get({ settings })).rejects.toThrow(/larger than 0.0078125 MiB/);
  });

  it("a vendor's refusal in an answer of status 200 is no data", async () => {
    const { get } = await serve([honest]);
    const refusal = (): { words: string; kind: "refused" } => ({
      words: "Exceeded the daily hits limit",
      kind: "refused",
    });
    await expect(get({ refusal })).rejects.toThrow(/answers "Exceeded the daily hits limit"/);
  });

  it("Ctrl-C ends it at once and keeps what has come", async () => {
    const { get, target } = await serve([stall(5000)]);
    const interrupt = new AbortController();
    const settings = { ...usualSettings, idleTimeoutMs: 60_000 };
    const download = get({
      settings,
      signal: interrupt.signal,
      onBytes: (bytes) => {
        if (bytes === 5000) interrupt.abort(new Error("interrupted"));
      },
    });
    await expect(download).rejects.toThrow("interrupted");
    expect(readFileSync(`${target}.part`)).toEqual(body.subarray(0, 5000));
  });

  it("names neither a proxy nor anything else of Node's own message where there is no server", async () => {
    const { get, server } = await serve([honest]);
    await server.close();
    await expect(get()).rejects.toThrow(/^127\.0\.0\.1:\d+: the connection was refused \(ECONNREFUSED\)$/);
  });
});
