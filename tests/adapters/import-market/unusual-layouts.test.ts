import { describe, expect, it } from "vitest";
import { barText, importText } from "./import-text.ts";

interface Bar {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** Forty bars of a market that opens where it closed, at the given price; 2020-01-01 and every hour or day from there. */
function walk(price: number, step: number, scale = 0.01): readonly Bar[] {
  let last = price;
  return Array.from({ length: 40 }, (_, t) => {
    const open = last;
    const close = Number((open * (1 + scale * Math.sin(7 * t + 1))).toFixed(2));
    last = close;
    const [high, low] = [Math.max(open, close) + 0.5, Math.min(open, close) - 0.5];
    return { time: Date.UTC(2020, 0, 1) + t * step, open, high, low, close, volume: 12 + ((t * 7) % 11) };
  });
}

const hour = 3_600_000;
const day = 24 * hour;
const date = (time: number): string => new Date(time).toISOString().slice(0, 10);
const table = (bars: readonly Bar[], row: (bar: Bar) => readonly (string | number)[], header = ""): string =>
  header + bars.map((bar) => `${row(bar).join(",")}\n`).join("");

/** Imports and compares every bar. */
async function expectBars(text: string, wanted: readonly Bar[], file = "x.csv"): Promise<string> {
  const { bars, understood } = await importText(text, { file });
  const rows = (pick: (bar: Bar) => number): readonly number[] => wanted.map(pick);
  expect({ ...bars, line: null, length: null }).toEqual({
    time: Float64Array.from(rows(({ time }) => time)),
    open: Float64Array.from(rows(({ open }) => open)),
    high: Float64Array.from(rows(({ high }) => high)),
    low: Float64Array.from(rows(({ low }) => low)),
    close: Float64Array.from(rows(({ close }) => close)),
    volume: Float64Array.from(rows(({ volume }) => volume)),
    line: null,
    length: null,
  });
  return understood.vendor.id;
}

const hours = walk(9000, hour);
const days = walk(100, day);
const seconds = ({ time }: Bar): number => time / 1000;

describe("tables without header are told by their values", () => {
  it.each([
    ["a volume before the prices", (b: Bar) => [date(b.time), b.volume, b.open, b.high, b.low, b.close]],
    [
      "a volume above the price before the prices",
      (b: Bar) => [date(b.time), b.volume * 1e6, b.high, b.low, b.open, b.close],
    ],
    [
      "an adjusted close before the volume",
      (b: Bar) => [date(b.time), b.open, b.high, b.low, b.close, b.close * 0.9, b.volume],
    ],
    [
      "an average price before the volume",
      (b: Bar) => [date(b.time), b.open, b.high, b.low, b.close, (b.high + b.low) / 2, b.volume],
    ],
  ] as const)("%s", async (name, row) => {
    const scale = name.includes("above") ? 1e6 : 1;
    await expectBars(
      table(days, row),
      days.map((bar) => ({ ...bar, volume: bar.volume * scale })),
    );
  });

  it("KuCoin: seconds, open, close, high, low, volume, turnover is not Kraken's order", async () => {
    const text = table(hours, (b) => [seconds(b), b.open, b.close, b.high, b.low, b.volume, b.volume * b.close]);
    expect(await expectBars(text, hours)).toBe("plain");
  });

  it("Gate.io: seconds, volume, close, high, low, open", async () => {
    const text = table(hours, (b) => [seconds(b), b.volume, b.close, b.high, b.low, b.open]);
    expect(await expectBars(text, hours)).toBe("plain");
  });

  it("whole prices of won are not LEAN's ten-thousandths, save under LEAN's names", async () => {
    const won = walk(55_000, hour).map((b) => ({
      ...b,
      open: Math.round(b.open),
      high: Math.round(b.high + 1),
      low: Math.round(b.low),
      close: Math.round(b.close),
    }));
    const stamp = (time: number): string =>
      new Date(time).toISOString().slice(0, 16).replace("T", " ").replaceAll("-", "");
    const text = table(won, (b) => [stamp(b.time), b.open, b.high, b.low, b.close, b.volume]);
    expect(await expectBars(text, won, "005930.csv")).toBe("plain");
    const lean = await importText(text, { file: "spy.csv" });
    expect([lean.understood.vendor.id, lean.bars.open[0]]).toEqual(["lean", 5.5]);
  });
});

describe("headers", () => {
  it("a date in three columns, with a time of day beside", async () => {
    const market = await importText(
      "Year,Month,Day,Time,Open,High,Low,Close\n2020,1,2,09:30,1,2,0.5,1.5\n2020,1,2,09:31,1.5,2,1,1.2\n",
    );
    expect(barText(market, 1)).toBe("2020-01-02T09:31Z 1.5 2 1 1.2 NaN");
  });

  it("instruments side by side do not pass for one, however they are named", async () => {
    const text =
      "Date,AAPL_open,AAPL_high,AAPL_low,AAPL_close,MSFT_open,MSFT_high,MSFT_low,MSFT_close\n2020-01-02,1,2,0.5,1.5,3,4,2,3\n";
    await expect(importText(text)).rejects.toThrow("columns AAPL_open, MSFT_open are all of open, wanted one");
  });

  it("a curve of yields is no bar, though one column is the highest and one the lowest throughout", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, t) => `01/${String(t + 1).padStart(2, "0")}/2020,1.5,1.6,1.7,1.9\n`,
    ).join("");
    await expect(importText(`Date,1 Mo,2 Mo,3 Mo,10 Yr\n${rows}`)).rejects.toThrow(
      "no column for open, high, low, close among Date, 1 Mo, 2 Mo, 3 Mo, 10 Yr",
    );
  });

  it("of volumes in a coin and in money the coin's is read", async () => {
    const row = "2020-01-02,1,2,0.5,1.5,150,100\n2020-01-03,1,2,0.5,1.5,150,100\n";
    for (const names of ["Volume USD,Volume BTC", "Volume USDT,Volume BTC", "Quote Volume,Volume"]) {
      const market = await importText(`Date,Open,High,Low,Close,${names}\n${row}`);
      expect(barText(market, 0)).toBe("2020-01-02 1 2 0.5 1.5 100");
    }
  });

  it("dividends and splits between the rows of a copied page are left out, and said", async () => {
    const market = await importText(
      "Date\tOpen\tHigh\tLow\tClose*\tAdj Close**\tVolume\nFeb 10, 2020\t1\t2\t0.5\t1.5\t1.5\t1,000\nFeb 07, 2020\t0.77 Dividend\nFeb 07, 2020\t1.5\t2\t1\t1.2\t1.2\t2,000\nFeb 06, 2020\t4:1 Stock Splits\nFeb 06, 2020\t1.5\t2\t1\t1.2\t1.2\t-\n",
    );
    expect(market.bars.volume).toEqual(Float64Array.of(1000, 2000, Number.NaN));
    expect(market.understood.skipped.map(({ what, lines }) => [what, lines])).toEqual([
      ["a dividend, a split or a remark", [3, 5]],
    ]);
  });

  it.each([
    "Dato;Åpning;Høy;Lav;Slutt;Volum",
    "Dato;Åbning;Højeste;Laveste;Lukkekurs;Volumen",
    "Datum;Öppningskurs;Högstakurs;Lägstakurs;Stängningskurs;Volym",
    "Päivämäärä;Avaus;Ylin;Alin;Päätös;Vaihto",
    "Datum;Otevírací;Nejvyšší;Nejnižší;Zavírací;Objem",
    "Dátum;Nyitó;Maximum;Minimum;Záró;Forgalom",
    "Data;Kurs otwarcia;Kurs maksymalny;Kurs minimalny;Kurs zamknięcia;Wolumen",
    "Data;Deschidere;Maxim;Minim;Inchidere;Volum",
    "Datum;Eröffnung;Höchst;Tiefst;Schluß;Stück",
    "Date;Ouv.;+ Haut;+ Bas;Dern.;Vol.",
    "Ημερομηνία;Άνοιγμα;Υψηλό;Χαμηλό;Κλείσιμο;Όγκος",
    "תאריך;שער פתיחה;גבוה;נמוך;שער נעילה;מחזור",
    "التاريخ;الافتتاح;الأعلى;الأدنى;الإغلاق;الحجم",
    "วันที่;ราคาเปิด;ราคาสูงสุด;ราคาต่ำสุด;ราคาปิด;ปริมาณ",
    "Ngày;Mở cửa;Cao nhất;Thấp nhất;Đóng cửa;Khối lượng",
    "time;mid.o;mid.h;mid.l;mid.c;volume",
  ])("%s", async (header) => {
    const market = await importText(`${header}\n2020-01-02;1;2;0.5;1.5;100\n2020-01-03;1.5;2;1;1.2;200\n`);
    expect(barText(market, 0)).toBe("2020-01-02 1 2 0.5 1.5 100");
  });
});

describe("what looks like another notation", () => {
  const row = "1,2,0.5,1.5";
  const bars = (cells: readonly string[], names = "Date,Open,High,Low,Close"): string =>
    `${names}\n${cells.map((cell) => `${cell},${row}\n`).join("")}`;
  const first = async (text: string, options = {}): Promise<string> =>
    new Date((await importText(text, options)).bars.time[0] as number).toISOString().slice(0, 16);

  it("whole hours are no minutes: 9 is 09:00, 24 the end of the day", async () => {
    const names = "Date,Hour,Open,High,Low,Close";
    expect(await first(bars(["2020-01-02,9", "2020-01-02,10"], names))).toBe("2020-01-02T09:00");
    expect(await first(bars(["2020-01-02,24", "2020-01-03,1"], names))).toBe("2020-01-03T00:00");
    const time = names.replace("Hour", "Time");
    expect(await first(bars(["2020-01-02,9", "2020-01-02,10", "2020-01-03,9"], time))).toBe("2020-01-02T09:00");
    expect(await first(bars(["2020-01-02,9", "2020-01-02,930", "2020-01-03,9"], time))).toBe("2020-01-02T00:09");
  });

  it("days since 1970 and of a spreadsheet are told by their weekends", async () => {
    const weekdays = (monday: number): readonly string[] =>
      Array.from({ length: 30 }, (_, i) => String(monday + 7 * Math.floor(i / 5) + (i % 5)));
    expect(await first(bars(weekdays(15_712)))).toBe("2013-01-07T00:00");
    expect(await first(bars(weekdays(18_265)))).toBe("1950-01-02T00:00");
    expect(await first(bars(weekdays(43_836)))).toBe("2020-01-06T00:00");
  });

  it("18 digits that begin with 63 are .NET's ticks", async () => {
    const ticks = bars(["637135632000000000", "637135668000000000"]);
    expect(await first(ticks)).toBe("2020-01-02T12:00");
    expect((await importText(ticks)).understood.time.format).toBe(".NET ticks");
  });

  it("131'165, a bond's 131 and 16.5/32, is not 131165", async () => {
    const bond = Array.from(
      { length: 30 },
      (_, i) => `2020-01-${String(i + 1).padStart(2, "0")},131'${String(i % 32).padStart(2, "0")}5`,
    );
    await expect(importText(`Date,Close\n${bond.join("\n")}\n`)).rejects.toThrow("look like 32nds of a point");
    const smi = bond.map((line) => line.replace("5", "4"));
    expect((await importText(`Date,Close\n${smi.join("\n")}\n`)).bars.close[0]).toBeGreaterThan(131_000);
  });

  it("a second header of another order is refused, the same one is skipped", async () => {
    const table = bars(["2020-01-02", "2020-01-03"]);
    await expect(importText(table + bars(["2020-01-06"], "Date,Close,Open,High,Low"))).rejects.toThrow(
      "line 4: another header (Date,Close,Open,High,Low) than above",
    );
    expect((await importText(table + bars(["2020-01-06"]))).bars.length).toBe(3);
  });

  it("a cell too many in every row: words are a column without a name, numbers may be what a decimal comma cuts off", async () => {
    const words = await importText(
      "Date,Open,High,Low,Close\n2020-01-02,1,2,0.5,1.5,final\n2020-01-03,1,2,0.5,1.5,final\n",
    );
    expect(barText(words, 0)).toBe("2020-01-02 1 2 0.5 1.5 NaN");
    await expect(importText("Date,Open,High,Low,Close\n2020-01-02,1,2,0,1,5\n2020-01-03,1,2,0,1,6\n")).rejects.toThrow(
      "more cells than the 5 columns",
    );
  });

  it("dates of other calendars are refused: 2563 in Thailand, 1399 in Iran", async () => {
    await expect(importText(bars(["02/01/2563", "03/01/2563"]))).rejects.toThrow(
      '"02/01/2563" is no time that can be read',
    );
    await expect(importText(bars(["1399/01/02", "1399/01/03"]))).rejects.toThrow(
      '"1399/01/02" is no time that can be read',
    );
  });

  it("3 % of dates in another notation are refused, a misprint is left out", async () => {
    const dates = Array.from({ length: 300 }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10));
    const spoiled = (share: number): string => bars(dates.map((date, i) => (i >= 300 - share ? date.slice(5) : date)));
    await expect(importText(spoiled(9))).rejects.toThrow("9 of 300 rows have a date that cannot be read");
    expect((await importText(spoiled(1))).understood.skipped).toMatchObject([
      { what: "a date that cannot be read", count: 1 },
    ]);
  });

  it.each([
    ["Tokyo", "T15:00:00Z"],
    ["Shanghai", "T16:00:00Z"],
    ["Berlin", "T23:00:00Z"],
    ["Auckland", "T11:00:00Z"],
  ])("midnights of %s in UTC are the next day's", async (_, clock) => {
    // 2020-01-05 is a Sunday: Monday's bar.
    const days = ["05", "06", "07", "08", "09", "12", "13"].map((day) => `2020-01-${day}${clock}`);
    const { bars: read, understood } = await importText(bars(days));
    expect(new Date(read.time[0] as number).toISOString().slice(0, 10)).toBe("2020-01-06");
    expect(understood.notes.join()).toContain("stand under the next date");
  });

  it("midnights of Tokyo around the clock want --timezone", async () => {
    const days = Array.from({ length: 14 }, (_, i) => `2020-01-${String(i + 5).padStart(2, "0")}T15:00:00Z`);
    expect(await first(bars(days))).toBe("2020-01-05T00:00");
    expect(await first(bars(days), { timezone: "Asia/Tokyo" })).toBe("2020-01-06T00:00");
  });
});
