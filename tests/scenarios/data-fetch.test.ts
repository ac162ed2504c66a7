import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { fetchCommand } from "../../src/cli/data/fetch-command.ts";
import type { DataPackage } from "../../src/core/market/data-package.ts";
import { type Behaviour, type HostileServer, honest, stall } from "../adapters/fetch-market/hostile-server.ts";
import { klines, VendorFiles } from "../adapters/fetch-market/vendor-server.ts";
import { type Caught, runCommand } from "./run-command.ts";

const cwd = mkdtempSync(join(tmpdir(), "data-fetch-"));
afterAll(() => rmSync(cwd, { recursive: true }));

const open: HostileServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function serve(files: VendorFiles, behaviourOf?: (path: string) => Behaviour): Promise<HostileServer> {
  const server = await files.serve(behaviourOf);
  open.push(server);
  return server;
}

/** Runs `walkforward data fetch …` and gives what it printed. */
async function fetchData(
  args: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<Pick<Caught, "out" | "err" | "code">> {
  const { out, err, code, thrown } = await runCommand((io) => fetchCommand({ ...io, signal }), args, { cwd });
  if (thrown !== undefined) throw thrown;
  return { out, err, code };
}

const packageOf = (dir: string, id: string): DataPackage =>
  JSON.parse(readFileSync(join(cwd, dir, id, "datapackage.json"), "utf8"));

/** The canonical CSV of a dataset of one instrument. */
function csvOf(dir: string, id: string): string[] {
  const [resource] = packageOf(dir, id).resources;
  return readFileSync(join(cwd, dir, id, resource?.path ?? ""), "utf8")
    .trim()
    .split("\n");
}

const weekdays = (first: string, count: number): string[] =>
  Array.from({ length: count * 2 }, (_, i) => new Date(Date.parse(`${first}T00:00:00Z`) + i * 86_400_000))
    .filter((date) => date.getUTCDay() % 6 !== 0)
    .slice(0, count)
    .map((date) => date.toISOString().slice(0, 10));

/** Made-up prices of a trading day, no two days alike. */
const prices = (i: number): string => {
  const level = 100 + 10 * Math.sin(i) + (i % 7) + i / 97;
  return [level, level + 2, level - 2, level + 1].map((price) => price.toFixed(2)).join(",");
};

describe("data fetch", () => {
  it("adds months of an exchange as one dataset that names source, terms and facts", async () => {
    const files = new VendorFiles()
      .addArchive("monthly", "2023-01", klines("2023-01-01", 31))
      .addArchive("monthly", "2023-02", klines("2023-02-01", 28));
    const server = await serve(files);
    const args = ["binance", "--from", "2023-01-01", "--to", "2023-02-28", "--dir", "a", "--base-url", server.url];
    const { out, err, code } = await fetchData(args);
    expect(code, err + out).toBe(0);
    expect(err).toContain(
      "Terms of use: Free download; Binance's terms of use apply. https://www.binance.com/en/terms",
    );
    expect(err).toContain("2 files downloaded");
    expect(out).toContain("added as binance-btcusdt-1d");
    const lines = csvOf("a", "binance-btcusdt-1d");
    expect(lines).toHaveLength(60);
    expect(lines[1]).toMatch(/^2023-01-01,/);
    expect(packageOf("a", "binance-btcusdt-1d")).toMatchObject({
      title: "BTCUSDT, Binance spot, 1d",
      sources: [{ title: expect.stringMatching(/^https:\/\/data\.binance\.vision\/.*-2023-01\.zip and 1 more$/) }],
      walkforward: { class: "crypto", interval: "1d", timezone: "UTC", costs: { feeBps: 5, slippageBps: 3 } },
    });
  });

  it.each([
    [
      "stooq",
      "/q/d/l/?s=aapl.us&d1=20200101&d2=20201231&i=d",
      `Date,Open,High,Low,Close,Volume\r\n${weekdays("2020-01-02", 200)
        .map((day, i) => `${day},${prices(i)},${1000 + i}`)
        .join("\r\n")}\r\n`,
      ["--symbol", "AAPL.US"],
      { class: "equity", timezone: "America/New_York", adjustment: "splits-and-dividends" },
    ],
    [
      "cboe",
      "/api/global/us_indices/daily_prices/VIX_History.csv",
      `DATE,OPEN,HIGH,LOW,CLOSE\n${weekdays("2020-01-02", 200)
        .map((day, i) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)},${prices(i)}`)
        .join("\n")}\n`,
      [],
      { class: "rates", timezone: "America/Chicago" },
    ],
    [
      "fred",
      "/graph/fredgraph.csv?id=DEXUSEU&cosd=2020-01-01&coed=2020-12-31",
      `observation_date,DEXUSEU\n${weekdays("2020-01-01", 200)
        .map((day, i) => `${day},${i === 0 ? "" : (1.1 + Math.sin(i) / 100).toFixed(4)}`)
        .join("\n")}\n`,
      [],
      { class: "fx", timezone: "America/New_York" },
    ],
    [
      "kraken",
      `/0/public/OHLC?pair=XBTUSD&interval=1440&since=${Date.UTC(2020, 0, 1) / 1000 - 1}`,
      JSON.stringify({
        error: [],
        result: {
          XXBTZUSD: Array.from({ length: 201 }, (_, i) => {
            const [o, h, l, c] = prices(i).split(",");
            return [Date.UTC(2020, 0, 1 + i) / 1000, o, h, l, c, c, `${12 + i / 7}`, 9];
          }),
          last: 1,
        },
      }),
      [],
      { class: "crypto", timezone: "UTC" },
    ],
  ])("adds the layout of %s as it is served", async (preset, path, text, args, facts) => {
    const server = await serve(new VendorFiles().add(path, text));
    const span = ["--from", "2020-01-01", "--to", "2020-12-31"];
    const { out, err, code } = await fetchData([
      ...[preset, ...args, ...span, "--id", `my-${preset}`, "--dir", "b", "--base-url", server.url, "--json"],
    ]);
    expect(code, err + out).toBe(0);
    const days = preset === "fred" ? 199 : 200;
    const { downloads, added } = JSON.parse(out) as { downloads: { url: string }[]; added: { bars: number } };
    expect(downloads).toHaveLength(1);
    expect(downloads[0]?.url).not.toContain(server.url);
    expect(added).toMatchObject({ outcome: "added", bars: days });
    const lines = csvOf("b", `my-${preset}`);
    expect(lines).toHaveLength(days + 1);
    const first = preset === "kraken" ? "2020-01-01" : "2020-01-02";
    if (preset === "fred") expect(lines[1]).toBe(`${first},1.1084,1.1084,1.1084,1.1084,`);
    else
      expect(
        lines[1]
          ?.split(",")
          .slice(0, 5)
          .map((cell, i) => (i === 0 ? cell : Number(cell))),
      ).toEqual([first, ...prices(0).split(",").map(Number)]);
    expect(packageOf("b", `my-${preset}`).walkforward).toMatchObject({ interval: "1d", ...facts });
  });

  it("an id that is taken is told before anything is asked for", async () => {
    const server = await serve(new VendorFiles());
    mkdirSync(join(cwd, "c", "taken"), { recursive: true });
    writeFileSync(join(cwd, "c", "taken", "datapackage.json"), "{}");
    const args = ["cboe", "--id", "taken", "--dir", "c", "--base-url", server.url];
    await expect(fetchData(args)).rejects.toThrow(
      'there is a dataset "taken" already: give another --id, or --replace',
    );
    expect(server.asked).toEqual([]);
  });

  it("Ctrl-C keeps what has come and exits 130", async () => {
    const path = "/api/global/us_indices/daily_prices/VIX_History.csv";
    const interrupt = new AbortController();
    const server = await serve(new VendorFiles().add(path, `DATE,OPEN,HIGH,LOW,CLOSE\n${"x".repeat(100)}\n`), () => {
      setTimeout(() => interrupt.abort(), 50);
      return stall(40);
    });
    const { err, out, code } = await fetchData(["cboe", "--dir", "d", "--base-url", server.url], interrupt.signal);
    expect({ out, code }).toEqual({ out: "", code: 130 });
    expect(err).toContain("Interrupted: what has come is kept. Run the command again to go on.");
    expect(existsSync(join(cwd, "d", ".cache", "fetching"))).toBe(false);
  });

  it("does not meddle with a fetch that is under way in another process", async () => {
    const server = await serve(new VendorFiles(), () => honest);
    mkdirSync(join(cwd, "e", ".cache"), { recursive: true });
    writeFileSync(join(cwd, "e", ".cache", "fetching"), `${process.ppid}\n`);
    const fetching = fetchData(["cboe", "--dir", "e", "--base-url", server.url]);
    await expect(fetching).rejects.toThrow(
      `process ${process.ppid} is downloading into this folder. Wait for it, or stop it, then run the command again`,
    );
    expect(server.asked).toEqual([]);
  });

  it.each([
    [[], /wanted a preset/],
    [["binanc"], /did you mean binance\?/],
    [["stooq", "--interval", "1h"], /--interval "1h": stooq has 1d, 1w/],
    [["kraken", "--interval", "1 h"], /Did you mean 1h\?/],
    [["cboe", "--from", "2020-13-01"], /--from "2020-13-01": wanted a day such as 2020-01-31/],
    [["cboe", "--to", "2021-02-29"], /--to "2021-02-29"/],
    [["cboe", "--from", "2021-02-02", "--to", "2021-02-01"], /--from 2021-02-02 is after --to 2021-02-01/],
    [["cboe", "--from", "2999-01-01"], /--from 2999-01-01 is in the future/],
    [["fred", "--symbol", "a&b"], /--symbol "a&b": cannot be a symbol of fred/],
    [["fred", "--id", "Big Id"], /--id "Big Id": wanted/],
    [["fred", "--base-url", "ftp://x"], /--base-url "ftp:\/\/x"/],
  ])("%j is refused, and no file is written", async (args, message) => {
    await expect(fetchData([...args, "--dir", "refused"])).rejects.toThrow(message);
    expect(existsSync(join(cwd, "refused", "market-data.lock.json"))).toBe(false);
  });
});

describe("data fetch --list", () => {
  it("shows every preset with symbols, intervals and terms", async () => {
    const { out } = await fetchData(["--list"]);
    for (const id of ["binance", "cboe", "fred", "kraken", "stooq"]) expect(out).toMatch(new RegExp(`^${id}: `, "m"));
    expect(out).toContain(
      "key        wanted in the variable STOOQ_APIKEY, to be had at https://stooq.com/q/d/?s=^spx&get_apikey",
    );
  });

  it("--json prints one object", async () => {
    const { presets } = JSON.parse((await fetchData(["--list", "--json"])).out) as { presets: { id: string }[] };
    expect(presets.map(({ id }) => id)).toEqual(["binance", "cboe", "fred", "kraken", "stooq"]);
  });
});
