import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyedUrl } from "../../../src/adapters/fetch-market/obtain-files.ts";
import { findPreset } from "../../../src/adapters/fetch-market/presets.ts";
import { day, fetchFrom, lockOf, newFolder, quarter, serve, span } from "./fetch-from.ts";
import { breakOff, honest, page, status } from "./hostile-server.ts";
import { archivePath, klines, sha256, VendorFiles } from "./vendor-server.ts";

describe("archives of months", () => {
  it("are checked, pinned and joined: the file is the months one after the other", async () => {
    const files = quarter();
    const server = await serve(files);
    const folder = newFolder();
    const fetched = await fetchFrom(server, folder, "binance", span);
    expect(readFileSync(fetched.file, "utf8")).toBe(klines("2024-01-01", 91));
    expect(fetched).toMatchObject({ vendor: "binance", notes: [], conflicts: [], facts: { class: "crypto" } });
    const bytes = files.files.get(archivePath("monthly", "2024-02")) ?? Buffer.alloc(0);
    expect(lockOf(folder).version).toBe(1);
    expect(lockOf(folder).files[`https://data.binance.vision${archivePath("monthly", "2024-02")}`]).toEqual({
      sha256: sha256(bytes),
      bytes: bytes.length,
    });
  });

  it("that are here are not asked for again", async () => {
    const server = await serve(quarter());
    const folder = newFolder();
    await fetchFrom(server, folder, "binance", span);
    const before = server.asked.length;
    const again = await fetchFrom(server, folder, "binance", span);
    expect(server.asked.length).toBe(before);
    expect(again.downloads.map(({ kept }) => kept)).toEqual([true, true, true]);
    expect(readFileSync(again.file, "utf8")).toBe(klines("2024-01-01", 91));
  });

  it("one that was changed on disk is downloaded again", async () => {
    const server = await serve(quarter());
    const folder = newFolder();
    const { downloads } = await fetchFrom(server, folder, "binance", span);
    writeFileSync(downloads[1]?.file ?? "", "rubbish");
    const again = await fetchFrom(server, folder, "binance", span);
    expect(again.downloads.map(({ kept }) => kept)).toEqual([true, false, true]);
    expect(readFileSync(again.file, "utf8")).toBe(klines("2024-01-01", 91));
  });

  it("break off, and the next run asks for the rest of one and for the others", async () => {
    const files = quarter();
    const second = archivePath("monthly", "2024-02");
    let broken = 2;
    const server = await serve(files, (path) => {
      if (path !== second || broken === 0) return honest;
      return broken-- === 2 ? breakOff(200) : status(500);
    });
    const folder = newFolder();
    const settings = { tries: 1, concurrency: 1 };
    const size = files.files.get(second)?.length ?? 0;
    await expect(fetchFrom(server, folder, "binance", { ...span, settings })).rejects.toThrow(
      /out of order \(HTTP 500\), 2 times. What has come is kept: run the command again to go on/,
    );
    const fetched = await fetchFrom(server, folder, "binance", { ...span, settings });
    expect(readFileSync(fetched.file, "utf8")).toBe(klines("2024-01-01", 91));
    const archives = server.asked.filter(({ path }) => path.endsWith(".zip"));
    expect(archives.map(({ path, range }) => [path.slice(-11, -4), range])).toEqual([
      ["2024-01", undefined],
      ["2024-02", undefined],
      ["2024-02", "bytes=200-"],
      ["2024-02", "bytes=200-"],
      ["2024-03", undefined],
    ]);
    expect(archives[3]?.sent).toBe(size - 200);
  });

  it("that have other bytes than the vendor's checksum are refused with both", async () => {
    const files = quarter().add(`${archivePath("monthly", "2024-02")}.CHECKSUM`, `${"ab".repeat(32)}  x.zip\n`);
    const server = await serve(files);
    await expect(fetchFrom(server, newFolder(), "binance", span)).rejects.toThrow(
      /the file that came has sha256 [0-9a-f]{64}, but the vendor's checksum says (ab){32}/,
    );
  });

  it("a checksum that is none is refused", async () => {
    const files = quarter().add(`${archivePath("monthly", "2024-02")}.CHECKSUM`, "<html>");
    const server = await serve(files);
    await expect(fetchFrom(server, newFolder(), "binance", span)).rejects.toThrow(/CHECKSUM: holds no sha256/);
  });

  it("where the month is not made yet its days come instead; what is before the first is told", async () => {
    const files = new VendorFiles().addArchive("monthly", "2024-04", klines("2024-04-01", 30));
    for (let date = 1; date <= 31; date++) {
      const stamp = `2024-05-${String(date).padStart(2, "0")}`;
      files.addArchive("daily", stamp, klines(stamp, 1));
    }
    const server = await serve(files);
    const fetched = await fetchFrom(server, newFolder(), "binance", { from: "2024-02-01", today: "2024-06-01" });
    expect(readFileSync(fetched.file, "utf8")).toBe(klines("2024-04-01", 61));
    expect(fetched.notes).toEqual(["The vendor has nothing before BTCUSDT-1d-2024-04.zip."]);
  });

  it("a month that is missing between others is a hole, and told", async () => {
    const files = quarter();
    files.files.delete(archivePath("monthly", "2024-02"));
    files.files.delete(`${archivePath("monthly", "2024-02")}.CHECKSUM`);
    const { notes } = await fetchFrom(await serve(files), newFolder(), "binance", span);
    expect(notes).toEqual(["The vendor has no BTCUSDT-1d-2024-02.zip: there is a hole in the bars."]);
  });

  it("milliseconds and microseconds meet at the turn of 2025 in one file of milliseconds", async () => {
    const files = new VendorFiles()
      .addArchive("monthly", "2024-12", klines("2024-12-01", 31))
      .addArchive("monthly", "2025-01", klines("2025-01-01", 31));
    const wanted = { from: "2024-12-30", to: "2025-01-02", today: "2025-06-01" };
    const fetched = await fetchFrom(await serve(files), newFolder(), "binance", wanted);
    const times = readFileSync(fetched.file, "utf8")
      .trim()
      .split("\n")
      .map((line) => Number(line.split(",")[0]));
    expect(times).toEqual(["2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02"].map(day));
    expect(fetched.notes).toEqual(["Left out: 58 bars outside the days wanted."]);
  });

  it("months that overlap alike are joined; where they differ both bars are told", async () => {
    const other = klines("2024-02-29", 1).replace("12.5", "99.5");
    const files = quarter().addArchive(
      "monthly",
      "2024-03",
      `${klines("2024-02-28", 1)}${other}${klines("2024-03-01", 31)}`,
    );
    const fetched = await fetchFrom(await serve(files), newFolder(), "binance", span);
    expect(readFileSync(fetched.file, "utf8")).toBe(klines("2024-01-01", 91));
    expect(fetched.conflicts).toEqual([
      { time: day("2024-02-29"), kept: klines("2024-02-29", 1).trim(), dropped: other.trim() },
    ]);
    expect(fetched.notes[0]).toBe("1 bar stands in two files alike; one of each was kept.");
    expect(fetched.notes[1]).toContain("1 bar is stated differently by two files");
  });

  it("a symbol of which there is nothing is the user's fault", async () => {
    const error = fetchFrom(await serve(quarter()), newFolder(), "binance", { ...span, symbol: "NOSUCH" });
    await expect(error).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("binance: nothing of NOSUCH, 1d from 2024-01-01 to 2024-03-31"),
    });
  });
});

describe("one file", () => {
  it("the days wanted are cut out of Cboe's whole history, and the vendor's bytes are kept beside", async () => {
    const csv = "DATE,OPEN,HIGH,LOW,CLOSE\r\n01/02/2020,1,2,1,2\r\n01/03/2020,2,3,2,3\r\n01/06/2020,3,4,3,4\r\n";
    const path = "/api/global/us_indices/daily_prices/VIX_History.csv";
    const server = await serve(new VendorFiles().add(path, csv));
    const fetched = await fetchFrom(server, newFolder(), "cboe", { from: "2020-01-03", to: "2020-01-03" });
    expect(readFileSync(fetched.file, "utf8")).toBe("DATE,OPEN,HIGH,LOW,CLOSE\n01/03/2020,2,3,2,3\n");
    expect(readFileSync(fetched.downloads[0]?.file ?? "", "utf8")).toBe(csv);
    expect(fetched.notes).toContain("Left out: 2 bars outside the days wanted.");
  });

  it.each([
    ["stooq", "/q/d/l/?s=%5Espx&i=d", "No data", /has no such symbol\. It has as on its pages/, "UserError"],
    ["stooq", "/q/d/l/?s=%5Espx&i=d", "Exceeded the daily hits limit", /answers "Exceeded the daily/, "WorldError"],
    ["kraken", "/0/public/OHLC?pair=XBTUSD&interval=1440", '{"error":["EAPI:Rate limit"]}', /3 times/, "WorldError"],
    [
      "kraken",
      "/0/public/OHLC?pair=XBTUSD&interval=1440",
      '{"error":["EQuery:Unknown asset pair"]}',
      /no such symbol/,
      "UserError",
    ],
    ["kraken", "/0/public/OHLC?pair=XBTUSD&interval=1440", '{"error":[],"result"', /JSON cut short/, "WorldError"],
    [
      "fred",
      "/graph/fredgraph.csv?id=DEXUSEU",
      "observation_date,DEXUSEU\n",
      /fred: nothing of DEXUSEU, 1d/,
      "UserError",
    ],
  ])("of %s: %s with %j is refused, and nothing is pinned that is no data", async (id, path, text, message, name) => {
    const folder = newFolder();
    const error = await fetchFrom(await serve(new VendorFiles().add(path, text)), folder, id).catch((e: unknown) => e);
    expect(error).toMatchObject({ name, message: expect.stringMatching(message) });
    if (id !== "fred") expect(existsSync(join(folder, "market-data.lock.json"))).toBe(false);
  });

  it("a page with status 200 is told by its title, with what to do by hand", async () => {
    const server = await serve(new VendorFiles().add("/graph/fredgraph.csv?id=DEXUSEU", "x"), () => page);
    await expect(fetchFrom(server, newFolder(), "fred")).rejects.toThrow(
      /sent a web page \("Are you a robot\?"\).* download http:\/\/127\.0\.0\.1:\d+\/graph\/fredgraph\.csv\?id=DEXUSEU by hand, then: walkforward data add FILE --vendor plain --id ID$/,
    );
  });

  it("one that the vendor has not is the user's fault", async () => {
    const server = await serve(new VendorFiles(), () => status(404));
    await expect(fetchFrom(server, newFolder(), "cboe", { symbol: "VIXX" })).rejects.toMatchObject({
      name: "UserError",
    });
  });

  it("without a network the message says so, and how to do without", async () => {
    const server = await new VendorFiles().serve();
    await server.close();
    const error = fetchFrom(server, newFolder(), "stooq");
    await expect(error).rejects.toMatchObject({
      name: "WorldError",
      message: expect.stringMatching(
        /refused.*Is there a network\? Without one, elsewhere: download http.*data add FILE --vendor stooq/,
      ),
    });
  });
});

describe("a vendor's key", () => {
  const stooq = findPreset("stooq");
  const path = "q/d/l/?s=%5Espx&i=d";

  it("goes to the vendor's own server and to nobody else", () => {
    const asked = (baseUrl: string, key: string | null): string =>
      keyedUrl(path, { preset: stooq, baseUrl: new URL(baseUrl), key }).href;
    expect(asked("https://stooq.com/", "s3cret")).toBe("https://stooq.com/q/d/l/?s=%5Espx&i=d&apikey=s3cret");
    expect(asked("https://stooq.com/", null)).toBe("https://stooq.com/q/d/l/?s=%5Espx&i=d");
    for (const other of ["http://stooq.com/", "https://mirror.example/"]) {
      expect(asked(other, "s3cret")).not.toContain("s3cret");
    }
    const binance = findPreset("binance");
    expect(keyedUrl("x", { preset: binance, baseUrl: new URL(binance.baseUrl), key: "s3cret" }).search).toBe("");
  });

  it("that is missing is asked for where the vendor refuses", async () => {
    const server = await serve(new VendorFiles().add(`/${path}`, "Get your apikey:\n1. Open the page\n"));
    await expect(fetchFrom(server, newFolder(), "stooq")).rejects.toThrow(
      /answers "Get your apikey:"\. stooq wants a key: get one at https:.*, and put it into the variable STOOQ_APIKEY/,
    );
    const page = fetchFrom(await serve(new VendorFiles().add(`/${path}`, "<html>")), newFolder(), "stooq", {
      key: "x",
    });
    await expect(page).rejects.not.toThrow(/wants a key/);
  });
});
