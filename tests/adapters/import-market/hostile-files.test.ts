import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importMarket } from "../../../src/adapters/import-market.ts";
import { UserError } from "../../../src/core/failure.ts";
import { barText, importText } from "./import-text.ts";

const header = "Date,Open,High,Low,Close,Volume\n";
const row = (day: string): string => `2020-01-${day},1,2,0.5,1.5,10\n`;
const good = header + row("02") + row("03") + row("06");
const dates = (...days: readonly string[]): string =>
  `Date,Open,High,Low,Close\n${days.map((day) => `${day},1,2,0.5,1.5\n`).join("")}`;

/** Bytes of no pattern, without zeros. */
const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => 1 + ((i * 7919 + 13) % 255)));

const refused: readonly (readonly [name: string, content: string | Uint8Array, message: string])[] = [
  ["an empty file", "", "prices.csv: the file is empty; download it again"],
  ["blank lines", "\n\n\n", "prices.csv: blank lines only"],
  ["a header alone", header, "prices.csv: a header and no bars; download the file again"],
  ["a header and blank lines", `${header}\n\n`, "prices.csv: a header and no bars"],
  ["bytes of no text", noise, "prices.csv: a binary file, wanted a CSV"],
  ["a zero byte", good.replace("10\n", "1\0\n"), "prices.csv, line 2: a zero byte: a binary or damaged file"],
  [
    "a web page",
    "<!DOCTYPE html><head><title>Sign in</title>",
    'looks like a web page ("Sign in"): the download failed',
  ],
  ["a web page after blanks", "\n  <html>", "looks like a web page: the download failed"],
  [
    "an API's refusal",
    '{"Error Message": "Invalid API call."}',
    'instead of prices: "Invalid API call."; wanted a CSV',
  ],
  ["an API's limit", '{ "Note": "5 calls per minute" }', 'instead of prices: "5 calls per minute"'],
  ["JSON without bars", '{"a": [1, 2, 3]}', "prices.csv: JSON without a table of bars; wanted candles"],
  ["JSON of no bars' order", "[[1577836800,null,null,1,2]]", "no four of them are open, high, low and close"],
  ["JSON cut off", "[[1577836800,1,2,0.5,1.5],[15778", "prices.csv: damaged JSON"],
  ["gzip inside gzip", gzipSync(gzipSync(good)), "prices.csv: packed twice, gzip inside gzip: unpack it"],
  ["XML", "<?xml version='1.0'?><bars/>", "prices.csv: XML, wanted a CSV"],
  ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "an old Excel workbook (.xls), wanted a CSV"],
  ["a PDF", "%PDF-1.7", "a PDF, wanted a CSV"],
  ["Parquet", "PAR1....", "a Parquet file, wanted a CSV"],
  ["a letter", "Dear customer,\nyour account, which is overdue, was closed.\n", "no column of dates or times"],
  ["a line without end", "x".repeat(100_000), "prices.csv, line 1: the line never ends"],
  ["an open quotation mark", `${good}2020-01-07,"1,2,0.5,1.5,10\n`, "prices.csv, line 5: a quotation mark opens here"],
  [
    "an open quotation mark in a long file",
    `${good}2020-01-07,"1,2,0.5,1.5,10\n${row("08").repeat(5000)}`,
    "prices.csv, line 5: a quotation mark opens here",
  ],
  [
    "no column open",
    "Date,High,Low,Close\n2020-01-02,2,1,1.5\n",
    "line 1: no column for open among Date, High, Low, Close",
  ],
  [
    "two columns close",
    "Date,Open,High,Low,Close,Close\n2020-01-02,1,2,1,1,1\n",
    "column Close stands there 2 times, wanted once",
  ],
  [
    "decimal commas between commas",
    "Date,Open,High,Low,Close\n02.01.2020,1,5,2,5,0,5,1,5\n03.01.2020,1,5,2,5,0,5,1,5\n",
    "more cells than the 5 columns",
  ],
  ["dates in words", dates("yesterday", "today"), 'line 2, column Date: "yesterday" is no time that can be read'],
  [
    "dates that do not exist",
    dates("2020-01-02", "2020-13-45", "2020-14-45"),
    '"2020-13-45" is no time that can be read',
  ],
  ["both orders of dates", dates("13/01/2020", "01/14/2020"), "dates in several orders: line 3"],
  [
    "a zone of several meanings",
    "time,open,high,low,close\n2020-03-09 02:30 CST,1,2,1,2\n2020-03-09 02:31 CST,1,2,1,2\n",
    "the times say CST, which is not one zone of one meaning; say which it is with --timezone",
  ],
  [
    "points and commas",
    "day;open;high;low;close\n2020-01-02;1,5;2,5;1,5;2.5\n",
    '"2.5" has a decimal point and "1,5" a decimal comma; say which the file has with --decimal',
  ],
  [
    "times with offset and without",
    "time,open,high,low,close\n2020-01-02T09:30:00Z,1,2,1,2\n2020-01-02T09:31:00,1,2,1,2\n",
    "line 3: a time without offset in a file of times with offsets",
  ],
];

describe("what is no file of prices is refused in words", () => {
  it.each(refused)("%s", async (_, content, message) => {
    const error: unknown = await importText(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(message);
    expect((error as UserError).message).toMatch(/^prices\.csv/);
  });

  it("bytes that break off the encoding late are refused with their line and the option", async () => {
    const late = Buffer.concat([
      Buffer.from(header + row("02").repeat(20_000)),
      Buffer.from("2020-01-07,1,2,1,1,caf\xe9\n", "latin1"),
    ]);
    await expect(importText(late)).rejects.toThrow(
      "about line 20002: bytes that are not utf-8; name the file's encoding with --encoding",
    );
    const { understood } = await importText(late, { encoding: "windows-1252" });
    expect(understood.unreadable).toEqual([
      { what: "no number in Volume", count: 1, lines: [20_002], example: "café" },
    ]);
  });

  it("too many unreadable dates are refused, a few are counted with their lines", async () => {
    const some = await importText(good + row("07") + row("08").replace("2020", "2O2O"));
    expect(some.understood.skipped).toEqual([
      { what: "a date that cannot be read", count: 1, lines: [6], example: "2O2O-01-08,1,2,0.5,1.5,10" },
    ]);
    await expect(importText(good + row("07").replace("2020", "2O2O").repeat(2))).rejects.toThrow(
      "2 of 5 rows have a date that cannot be read, the first on line 5",
    );
  });
});

describe("options that do not fit", () => {
  it.each([
    ["an unknown vendor", { vendor: "yaho" }, 'no vendor "yaho"; wanted one of akshare, '],
    ["an unknown vendor, with a guess", { vendor: "yaho" }, "did you mean yahoo?"],
    ["another vendor's columns", { vendor: "kraken" }, "not laid out as files of Kraken OHLCVT are (https://"],
    ["an unknown zone", { timezone: "Amerca/New_York" }, "did you mean America/New_York?"],
    ["an unknown encoding", { encoding: "latin99" }, 'no encoding "latin99"'],
    ["an unknown interval", { interval: "3x" }, 'no interval "3x"; wanted e.g. 1m, 5m, 1h'],
    ["a symbol of a file without", { symbol: "A" }, "no column of symbols"],
    ["adjusted prices of a file without", { adjusted: true }, "no column of adjusted closes among Date, Open"],
    ["an entry of no archive", { entry: "a.csv" }, "no zip archive"],
  ])("%s", async (_, options, message) => {
    await expect(importText(good, options)).rejects.toThrow(message);
  });

  it("--day-first against a file that is month first", async () => {
    const text = dates("01/13/2020", "01/14/2020");
    await expect(importText(text, { dayFirst: true })).rejects.toThrow(
      '"01/13/2020" cannot be read day first (--day-first)',
    );
    expect((await importText(text, { dayFirst: false })).understood.time.dateOrder?.value ?? "clear").not.toBe(
      "day-first",
    );
  });

  it("--day-first changes nothing where the year stands first", async () => {
    expect(barText(await importText(good, { dayFirst: true }), 2)).toMatch(/^2020-01-06 /);
  });

  it("a local time that the zone's clocks skip is refused with its line", async () => {
    const text = "time,open,high,low,close\n2020-03-08 01:30,1,2,1,2\n2020-03-08 02:30,1,2,1,2\n";
    await expect(importText(text, { timezone: "America/New_York" })).rejects.toThrow(
      "line 3: 2020-03-08 02:30 does not exist in America/New_York: clocks are put forward then (1 such rows)",
    );
  });
});

describe("what is odd and yet clear is read", () => {
  it("ragged rows: missing cells are missing numbers, the line number stays right", async () => {
    const market = await importText(`${good}2020-01-07,1\n\n2020-01-08,1,2,0.5,1.5\n`);
    expect([barText(market, 3), barText(market, 4)]).toEqual([
      "2020-01-07 1 NaN NaN NaN NaN",
      "2020-01-08 1 2 0.5 1.5 NaN",
    ]);
    expect(market.bars.line).toEqual(Int32Array.of(2, 3, 4, 5, 7));
  });

  it("a line end inside quotation marks", async () => {
    const market = await importText(
      'Date,Note,Open,High,Low,Close\n2020-01-02,"a\nb",1,2,0.5,1.5\n2020-01-03,x,1,2,0.5,1.6\n',
    );
    expect(market.bars.close).toEqual(Float64Array.of(1.5, 1.6));
    expect(market.bars.line).toEqual(Int32Array.of(3, 4));
  });

  it.each([
    ["CR LF", good.replaceAll("\n", "\r\n")],
    ["CR alone", good.replaceAll("\n", "\r")],
    ["both in the sample", good.replaceAll("\n", "\r\n").replace("06,", "06,") + row("07").replace("07", "06")],
    ["no last line end", good.trimEnd()],
    ["blanks around cells", good.replaceAll(",", " , ")],
    ["a byte order mark", `\ufeff${good}`],
    ["empty columns at the end", good.replaceAll("\n", ",\n")],
  ])("%s gives the same first bars", async (_, text) => {
    const market = await importText(text);
    expect([0, 1, 2].map((t) => barText(market, t))).toEqual([
      "2020-01-02 1 2 0.5 1.5 10",
      "2020-01-03 1 2 0.5 1.5 10",
      "2020-01-06 1 2 0.5 1.5 10",
    ]);
  });

  it("line ends that change after the first 256 KiB", async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, t) => `${new Date(t * 86_400_000).toISOString().slice(0, 10)},1,2,0.5,1.5,10`,
    );
    for (const [first, then] of [
      ["\r\n", "\n"],
      ["\n", "\r\n"],
    ] as const) {
      const market = await importText(
        header.trim() + first + rows.slice(0, 8500).join(first) + first + rows.slice(8500).join(then),
      );
      expect(market.bars.length).toBe(9000);
      expect(market.bars.volume.every((volume) => volume === 10)).toBe(true);
    }
  });

  it("a header in the middle and a remark at the end are skipped, and said", async () => {
    const market = await importText(`${good}${header}${row("07")}* Close price adjusted for splits.\n`);
    expect(market.bars.length).toBe(4);
    expect(market.understood.skipped.map(({ what, lines }) => [what, lines])).toEqual([
      ["the header again", [5]],
      ["footer or remark", [7]],
    ]);
  });

  it("one row without header", async () => {
    const market = await importText("2020-01-02,1,2,0.5,1.5,10");
    expect(barText(market, 0)).toBe("2020-01-02 1 2 0.5 1.5 10");
    expect(market.understood.columnsKnown).toBe("observed");
  });
});

describe("places that are no file", () => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  beforeAll(() => {
    mkdirSync(join(folder, "dir.csv"));
    writeFileSync(join(folder, "locked.csv"), good);
    chmodSync(join(folder, "locked.csv"), 0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("a folder, nothing, and a device say what they are", async () => {
    const run = (file: string): Promise<unknown> => importMarket(file, { name: "x.csv" });
    await expect(run(join(folder, "dir.csv"))).rejects.toThrow("x.csv: a folder, wanted a file of prices");
    await expect(run(join(folder, "none.csv"))).rejects.toThrow("x.csv: no such file");
    await expect(run("/dev/null")).rejects.toThrow("x.csv: a pipe or device, wanted a file: save it first");
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    await expect(importMarket(join(folder, "locked.csv"), { name: "x.csv" })).rejects.toThrow("x.csv: may not be read");
  });
});
