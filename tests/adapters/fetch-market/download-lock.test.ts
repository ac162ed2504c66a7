import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fetchFrom, lockOf, newFolder, quarter, serve, span } from "./fetch-from.ts";
import { klines, sha256, VendorFiles } from "./vendor-server.ts";

describe("the lock file", () => {
  const csv = "DATE,OPEN,HIGH,LOW,CLOSE\n2020-01-02,1,2,1,2\n2020-01-03,2,3,2,3\n";
  const path = "/api/global/us_indices/daily_prices/VIX_History.csv";

  it("refuses a later download that differs, with both hashes, and --update-lock takes it", async () => {
    const files = new VendorFiles().add(path, csv);
    const server = await serve(files);
    const folder = newFolder();
    const first = await fetchFrom(server, folder, "cboe");
    expect(readFileSync(first.file, "utf8")).toBe(csv);
    rmSync(first.file);
    const grown = `${csv}2020-01-06,3,4,3,4\n`;
    files.add(path, grown);
    await expect(fetchFrom(server, folder, "cboe")).rejects.toThrow(
      `sha256 ${sha256(Buffer.from(grown))}, but ${join(folder, "market-data.lock.json")} pins ${sha256(Buffer.from(csv))}`,
    );
    const taken = await fetchFrom(server, folder, "cboe", { updateLock: true });
    expect(readFileSync(taken.file, "utf8")).toBe(grown);
    expect(Object.values(lockOf(folder).files)).toEqual([{ sha256: sha256(Buffer.from(grown)), bytes: grown.length }]);
  });

  it("a month whose vendor's checksum is not the pinned one is refused before it is downloaded", async () => {
    const files = quarter();
    const server = await serve(files);
    const folder = newFolder();
    const { downloads } = await fetchFrom(server, folder, "binance", span);
    rmSync(downloads[0]?.file ?? "");
    files.addArchive("monthly", "2024-01", klines("2024-01-01", 30));
    const before = server.asked.length;
    await expect(fetchFrom(server, folder, "binance", span)).rejects.toThrow(/it changed since it was pinned/);
    expect(server.asked.slice(before).map((asked) => asked.path.endsWith(".CHECKSUM"))).toEqual([true]);
  });

  it("--update-lock downloads no archive whose checksum still is the vendor's", async () => {
    const server = await serve(quarter());
    const folder = newFolder();
    await fetchFrom(server, folder, "binance", span);
    const before = server.asked.length;
    await fetchFrom(server, folder, "binance", { ...span, updateLock: true });
    expect(server.asked.slice(before).every((asked) => asked.path.endsWith(".CHECKSUM"))).toBe(true);
  });

  it("holds a mirror to what the vendor sent", async () => {
    const folder = newFolder();
    const first = await fetchFrom(await serve(new VendorFiles().add(path, csv)), folder, "cboe");
    rmSync(first.file);
    const mirror = await serve(new VendorFiles().add(path, csv.replace("2,3,2,3", "2,9,2,3")));
    await expect(fetchFrom(mirror, folder, "cboe")).rejects.toThrow(/it changed since it was pinned/);
  });

  it("that is none is told, and left alone", async () => {
    const folder = newFolder();
    const server = await serve(new VendorFiles().add(path, csv));
    await fetchFrom(server, folder, "cboe");
    const lock = join(folder, "market-data.lock.json");
    for (const text of [
      "{",
      "{}",
      '{"version":2,"files":{}}',
      '{"version":1,"files":{"a":{"sha256":"x","bytes":1}}}',
    ]) {
      writeFileSync(lock, text);
      await expect(fetchFrom(server, folder, "cboe")).rejects.toThrow(`${lock}: is no lock file of downloads`);
      expect(readFileSync(lock, "utf8")).toBe(text);
    }
  });
});

describe("the base URL", () => {
  it.each([
    ["ftp://example.com/", /wanted an address that begins with https/],
    ["example", /wanted an address that begins with https/],
    ["https://me:secret@example.com/", /holds a name or password/],
    ["https://example.com/?x=1", /wanted no \? and no #/],
  ])("%s is refused and not shown with its secrets", async (baseUrl, message) => {
    const server = await serve(new VendorFiles());
    const error = await fetchFrom(server, newFolder(), "cboe", { baseUrl }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "UserError", message: expect.stringMatching(message) });
    expect(String(error)).not.toContain("secret");
  });

  it("may have a path of its own", async () => {
    const csv = "DATE,OPEN,HIGH,LOW,CLOSE\n2020-01-02,1,2,1,2\n";
    const server = await serve(
      new VendorFiles().add("/mirror/api/global/us_indices/daily_prices/VIX_History.csv", csv),
    );
    const fetched = await fetchFrom(server, newFolder(), "cboe", { baseUrl: `${server.url}mirror` });
    expect(readFileSync(fetched.file, "utf8")).toBe(csv);
  });
});
