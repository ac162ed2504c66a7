import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const rows = "2020-01-31,1,2,0.5,1.5,10\n2020-02-03,1.5,2,1,1.2,20\n";
const bytes = (hex: string, text = rows, delimiter = ","): Buffer =>
  Buffer.concat([Buffer.from(hex, "hex"), Buffer.from(`\n${text.replaceAll(",", delimiter)}`)]);

/** Headers in old encodings, as hexadecimal digits of the table of each. */
const headers: readonly (readonly [encoding: string, words: string, bytes: Buffer])[] = [
  [
    "shift_jis",
    "日付,始値,高値,安値,終値,出来高",
    bytes("93fa95742c8e6e926c2c8d82926c2c88c0926c2c8f49926c2c8f6f97888d82"),
  ],
  [
    "euc-jp",
    "日付,始値,高値,安値,終値,出来高",
    bytes("c6fcc9d52cbbcfc3cd2cb9e2c3cd2cb0c2c3cd2cbdaac3cd2cbdd0cde8b9e2"),
  ],
  [
    "gb18030",
    "日期,开盘,最高,最低,收盘,成交量",
    bytes("c8d5c6da2cbfaac5cc2cd7eeb8df2cd7eeb5cd2ccad5c5cc2cb3c9bdbbc1bf"),
  ],
  [
    "euc-kr",
    "일자,시가,고가,저가,종가,거래량",
    bytes("c0cfc0da2cbdc3b0a12cb0edb0a12cc0fab0a12cc1beb0a12cb0c5b7a1b7ae"),
  ],
  [
    "big5",
    "日期,開盤價,最高價,最低價,收盤價,成交量",
    bytes("a4e9b4c12cb67dbd4cbbf92cb3ccb0aabbf92cb3cca743bbf92ca6acbd4cbbf92ca6a8a5e6b671"),
  ],
  [
    "windows-1251",
    "Дата,Откр.,Макс.,Мин.,Закр.,Объем",
    bytes("c4e0f2e02ccef2eaf02e2ccce0eaf12e2ccce8ed2e2cc7e0eaf02e2ccee1fae5ec"),
  ],
  [
    "windows-1252",
    "Datum,Eröffnung,Hoch,Tief,Schlusskurs,Stücke",
    bytes(Buffer.from("Datum,Er\xf6ffnung,Hoch,Tief,Schlusskurs,St\xfccke", "latin1").toString("hex")),
  ],
  [
    "windows-1250",
    "Data,Otwarcie,Najwyższy,Najniższy,Zamknięcie,Wolumen",
    bytes(Buffer.from("Data,Otwarcie,Najwy\xbfszy,Najni\xbfszy,Zamkni\xeacie,Wolumen", "latin1").toString("hex")),
  ],
];

describe("encodings are told by the words of the header", () => {
  it.each(headers)("%s: %s", async (encoding, _, content) => {
    const market = await importText(content);
    expect(market.understood.encoding).toEqual({ name: encoding, known: "observed" });
    expect([barText(market, 0), barText(market, 1)]).toEqual([
      "2020-01-31 1 2 0.5 1.5 10",
      "2020-02-03 1.5 2 1 1.2 20",
    ]);
  });

  it.each([
    ["utf-16le", Buffer.from(`Date,Open,High,Low,Close,Volume\n${rows}`, "utf16le")],
    ["utf-16be", Buffer.from(`Date,Open,High,Low,Close,Volume\n${rows}`, "utf16le").swap16()],
  ])("%s without a mark by its zeros", async (encoding, content) => {
    const market = await importText(content);
    expect(market.understood.encoding).toEqual({ name: encoding, known: "observed" });
    expect(barText(market, 1)).toBe("2020-02-03 1.5 2 1 1.2 20");
  });

  it("other bytes in a column of text that is not read do no harm, and are said to be assumed", async () => {
    const content = Buffer.concat([
      Buffer.from("Name,Date,Open,High,Low,Close\n"),
      Buffer.from("Soci\xe9t\xe9,2020-01-31,1,2,0.5,1.5\n", "latin1"),
    ]);
    const market = await importText(content);
    expect(market.understood.encoding).toEqual({ name: "windows-1252", known: "assumed" });
    expect(barText(market, 0)).toBe("2020-01-31 1 2 0.5 1.5 NaN");
  });

  it("a name is taken as given, and a wrong one is refused rather than garbled", async () => {
    const [, , content] = headers[0] as (typeof headers)[number];
    expect((await importText(content, { encoding: "sjis" })).understood.encoding).toEqual({
      name: "shift_jis",
      known: "given",
    });
    await expect(importText(content, { encoding: "utf-8" })).rejects.toThrow(
      "bytes that are not utf-8; name the file's encoding",
    );
    await expect(importText(content, { encoding: "euc-kr" })).rejects.toThrow(/euc-kr|no column|no table|not a table/);
  });

  it("UTF-8 beyond the first 256 KiB, cut anywhere by the pieces it is read in, is whole", async () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, t) => `${new Date(t * 60_000).toISOString()},日経平均${t},1,2,0.5,1.5\n`,
    );
    const market = await importText(`time,remark,open,high,low,close\n${lines.join("")}`);
    expect(market.bars.length).toBe(30_000);
    expect(market.understood.unreadable).toEqual([]);
  });
});
