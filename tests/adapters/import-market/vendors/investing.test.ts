import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

/** One day of the DAX as eight of the site's languages write it: date, last, open, high, low, volume, change. */
const pages: readonly (readonly [language: string, text: string])[] = [
  [
    "English",
    '"Date","Price","Open","High","Low","Vol.","Change %"\n"01/03/2020","13,219.14","13,266.39","13,278.47","13,120.94","73.25M","-1.25%"\n"01/31/2020","13,219.14","13,266.39","13,278.47","13,120.94","73.25M","-1.25%"',
  ],
  [
    "German",
    '"Datum","Zuletzt","Eröffn.","Hoch","Tief","Vol.","+/- %"\n"03.01.2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "French",
    '"Date","Dernier","Ouv.","Plus Haut","Plus Bas","Vol.","Variation %"\n"03/01/2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"\n"31/01/2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "Spanish",
    '"Fecha","Último","Apertura","Máximo","Mínimo","Vol.","% var."\n"03.01.2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "Portuguese",
    '"Data","Último","Abertura","Máxima","Mínima","Vol.","Var%"\n"03.01.2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "Italian",
    '"Data","Ultimo","Apertura","Massimo","Minimo","Vol.","Var. %"\n"03.01.2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "Russian",
    '"Дата","Цена","Откр.","Макс.","Мин.","Объём","Изм. %"\n"03.01.2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "Turkish",
    '"Tarih","Şimdi","Açılış","Yüksek","Düşük","Hac.","Fark %"\n"03.01.2020","13.219,14","13.266,39","13.278,47","13.120,94","73,25M","-1,25%"',
  ],
  [
    "Chinese",
    '"日期","收盘","开盘","高","低","交易量","涨跌幅"\n"2020年1月3日","13,219.14","13,266.39","13,278.47","13,120.94","73.25M","-1.25%"',
  ],
  [
    "Japanese",
    '"日付け","終値","始値","高値","安値","出来高","変化率 %"\n"2020年01月03日","13,219.14","13,266.39","13,278.47","13,120.94","73.25M","-1.25%"',
  ],
  [
    "Korean",
    '"날짜","종가","시가","고가","저가","거래량","변동 %"\n"2020- 01- 03","13,219.14","13,266.39","13,278.47","13,120.94","73.25M","-1.25%"',
  ],
];

describe("Investing.com", () => {
  it.each(pages)("in %s is one and the same bar", async (_, text) => {
    const market = await importText(`\ufeff${text}`, { file: "DAX Historical Data.csv" });
    expect(market.understood).toMatchObject({ vendor: { id: "investing" }, symbol: "DAX" });
    expect(barText(market, 0)).toBe("2020-01-03 13266.39 13278.47 13120.94 13219.14 73250000");
  });

  it("a single English day is asked about: www writes the month first, uk and in the day", async () => {
    const line = (pages[0]?.[1] ?? "").split("\n").slice(0, 2).join("\n");
    await expect(importText(line)).rejects.toThrow("the file does not decide it: say which");
    expect(barText(await importText(line, { dayFirst: false }), 0)).toMatch(/^2020-01-03 /);
  });

  it("a week of June is one in either order", async () => {
    const week = (date: (day: string) => string): string =>
      `"Date","Price","Open","High","Low","Vol.","Change %"\n${["05", "04", "03"].map((day) => `"${date(day)}","1.5","1","2","0.5","-","0%"\n`).join("")}`;
    for (const text of [week((day) => `06/${day}/2020`), week((day) => `${day}/06/2020`)]) {
      const market = await importText(text);
      expect([0, 1, 2].map((t) => barText(market, t).slice(0, 10))).toEqual(["2020-06-05", "2020-06-04", "2020-06-03"]);
    }
  });
});
