import { describe, expect, it } from "vitest";
import { barText, importText } from "./import-text.ts";

/** Layouts that no vendor file is written for: what a person finds elsewhere. Prices are made up or public record of one day. */
const exports: readonly (readonly [name: string, text: string, first: string, second: string])[] = [
  [
    "Bloomberg: lines of parameters before PX_ names, #N/A N/A",
    "Security,SPX Index\nStart Date,1/2/2020\nEnd Date,1/13/2020\nPeriod,D\n\nDate,PX_OPEN,PX_HIGH,PX_LOW,PX_LAST,PX_VOLUME\n1/13/2020,3271.13,3288.13,3268.43,3288.13,2000000000\n1/10/2020,3281.81,3282.99,3260.86,3265.35,#N/A N/A\n",
    "2020-01-13 3271.13 3288.13 3268.43 3288.13 2000000000",
    "2020-01-10 3281.81 3282.99 3260.86 3265.35 NaN",
  ],
  [
    "Refinitiv: close first, low before high, net change and turnover beside",
    "Exchange Date,Close,Net,%Chg,Open,Low,High,Volume,Turnover - USD\n31-Jan-2020,309.51,-14.36,-4.43%,320.93,308.29,322.68,49897096,15500000000\n30-Jan-2020,323.87,-0.47,-0.14%,320.54,318.75,324.09,31685808,10200000000\n",
    "2020-01-31 320.93 322.68 308.29 309.51 49897096",
    "2020-01-30 320.54 324.09 318.75 323.87 31685808",
  ],
  [
    "tick history bars: Trade names, nanoseconds in ISO times",
    "RIC;Timestamp;Trade Open;Trade High;Trade Low;Trade Close;Trade Volume\nAAPL.O;2020-01-02T14:30:00.000000000Z;74.06;74.20;73.90;74.10;1000\nAAPL.O;2020-01-02T14:31:00.000000000Z;74.10;74.30;74.00;74.20;1100\n",
    "2020-01-02T14:30Z 74.06 74.2 73.9 74.1 1000",
    "2020-01-02T14:31Z 74.1 74.3 74 74.2 1100",
  ],
  [
    "Interactive Brokers: the zone's name in each time",
    "date,open,high,low,close,volume,average,barCount\n20200102 09:30:00 US/Eastern,323.54,323.9,323.4,323.8,12000,323.7,500\n20200702 09:30:00 US/Eastern,323.8,324.0,323.7,323.9,9000,323.85,400\n20200702 09:35:00 US/Eastern,323.9,324.1,323.8,324.0,8000,323.9,300\n",
    "2020-01-02T14:30Z 323.54 323.9 323.4 323.8 12000",
    "2020-07-02T13:30Z 323.8 324 323.7 323.9 9000",
  ],
  [
    "Polygon flat file: nanoseconds in window_start, volume first",
    "ticker,volume,open,close,high,low,window_start,transactions\nAAPL,4930,200.29,200.5,200.63,200.29,1577975400000000000,129\nAAPL,1815,200.39,200.34,200.61,200.34,1577975460000000000,57\n",
    "2020-01-02T14:30Z 200.29 200.63 200.29 200.5 4930",
    "2020-01-02T14:31Z 200.39 200.61 200.34 200.34 1815",
  ],
  [
    "Tiingo: midnights with +00:00, adjusted columns behind",
    "date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor\n2020-01-02T00:00:00+00:00,300.35,300.6,295.19,296.24,33911864,73.0,73.1,71.8,72.0,135647456,0.0,1.0\n2020-01-03T00:00:00+00:00,297.43,300.58,296.5,297.15,36633878,72.3,73.1,72.1,72.2,146535512,0.0,1.0\n",
    "2020-01-02 296.24 300.6 295.19 300.35 33911864",
    "2020-01-03 297.15 300.58 296.5 297.43 36633878",
  ],
  [
    "EODHD: Adjusted_close",
    "Date,Open,High,Low,Close,Adjusted_close,Volume\n2020-01-02,296.24,300.6,295.19,300.35,72.88,135480400\n2020-01-03,297.15,300.58,296.5,297.43,72.17,146322800\n",
    "2020-01-02 296.24 300.6 295.19 300.35 135480400",
    "2020-01-03 297.15 300.58 296.5 297.43 146322800",
  ],
  [
    "FRED: one series, a full stop on holidays",
    "DATE,VIXCLS\n2020-01-01,.\n2020-01-02,12.47\n2020-01-03,14.02\n",
    "2020-01-01 NaN NaN NaN NaN NaN",
    "2020-01-02 12.47 12.47 12.47 12.47 NaN",
  ],
  [
    "Sierra Chart text: Last, blanks behind commas, dates without zeros",
    "Date, Time, Open, High, Low, Last, Volume, NumberOfTrades, BidVolume, AskVolume\n2020/1/2, 14:30:00, 3245.25, 3246.00, 3244.75, 3245.50, 1523, 410, 700, 823\n2020/1/2, 14:31:00, 3245.50, 3246.25, 3245.00, 3246.00, 1200, 300, 600, 600\n",
    "2020-01-02T14:30Z 3245.25 3246 3244.75 3245.5 1523",
    "2020-01-02T14:31Z 3245.5 3246.25 3245 3246 1200",
  ],
  [
    "AmiBroker: Date/Time",
    "Ticker,Date/Time,Open,High,Low,Close,Volume\nMSFT,1/13/2020,161.76,163.31,161.26,163.28,21637000\nMSFT,1/14/2020,163.39,163.6,161.72,162.13,23500800\n",
    "2020-01-13 161.76 163.31 161.26 163.28 21637000",
    "2020-01-14 163.39 163.6 161.72 162.13 23500800",
  ],
  [
    "German spreadsheet: semicolons, 13.233,71, days first",
    "Datum;Eröffnung;Hoch;Tief;Schluss;Stücke\n30.12.2019;13.344,13;13.364,50;13.244,90;13.249,01;41.731.300\n02.01.2020;13.233,71;13.425,64;13.225,74;13.385,93;69.331.100\n",
    "2019-12-30 13344.13 13364.5 13244.9 13249.01 41731300",
    "2020-01-02 13233.71 13425.64 13225.74 13385.93 69331100",
  ],
  [
    "ariva.de: Stuecke is the volume, Volumen the turnover",
    "Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen\n2020-01-03;121,00;121,94;120,24;121,74;1.826.137;221.441.584\n2020-01-02;122,36;123,44;121,80;122,90;1.406.522;172.710.112\n\n",
    "2020-01-03 121 121.94 120.24 121.74 1826137",
    "2020-01-02 122.36 123.44 121.8 122.9 1406522",
  ],
  [
    "Deutsche Börse minutes: date and Uhrzeit in two columns",
    "Datum;Uhrzeit;Eröffnung;Hoch;Tief;Schluss;Volumen\n31.01.2020;09:00;13233,71;13240,10;13230,00;13238,50;1200\n31.01.2020;09:05;13238,50;13250,00;13236,00;13249,10;1100\n",
    "2020-01-31T09:00Z 13233.71 13240.1 13230 13238.5 1200",
    "2020-01-31T09:05Z 13238.5 13250 13236 13249.1 1100",
  ],
  [
    "Swiss apostrophes between thousands",
    "Datum;Open;High;Low;Close\n31.01.2020;10'639.5;10'700.25;10'601.1;10'699.9\n03.02.2020;10'699.9;10'720.0;10'650.0;10'700.1\n",
    "2020-01-31 10639.5 10700.25 10601.1 10699.9 NaN",
    "2020-02-03 10699.9 10720 10650 10700.1 NaN",
  ],
  [
    "French bank: blanks between thousands, midnights",
    "date;ouverture;haut;bas;cloture;volume\n30/12/2019 00:00;49,50;50,20;49,40;50,05;4 560 000\n31/12/2019 00:00;50,00;50,41;49,90;50,31;3 560 000\n",
    "2019-12-30 49.5 50.2 49.4 50.05 4560000",
    "2019-12-31 50 50.41 49.9 50.31 3560000",
  ],
  [
    "Euronext: a title, ISIN and Last beside Close",
    '"Historical Data"\n"From 2019-12-30 to 2020-01-10"\nFR0000120271\nDate;Open;High;Low;Last;Close;"Number of Shares";"Number of Trades";Turnover;vwap\n30/12/2019;49.96;50.41;49.90;50.30;50.31;4560000;20000;229000000;50.2\n31/12/2019;49.50;49.80;49.11;49.60;49.62;3560000;18000;176000000;49.5\n',
    "2019-12-30 49.96 50.41 49.9 50.31 4560000",
    "2019-12-31 49.5 49.8 49.11 49.62 3560000",
  ],
  [
    "Moscow Exchange: LOW before HIGH, LEGALCLOSEPRICE beside CLOSE, Cyrillic names",
    "BOARDID;TRADEDATE;SHORTNAME;SECID;NUMTRADES;VALUE;OPEN;LOW;HIGH;LEGALCLOSEPRICE;WAPRICE;CLOSE;VOLUME\nTQBR;2020-01-03;Сбербанк;SBER;37890;8540;255.99;251.4;255.99;255;254.2;255;33600000\nTQBR;2020-01-06;Сбербанк;SBER;37890;8540;254.75;253;254.84;254;254.2;254;33600000\n",
    "2020-01-03 255.99 255.99 251.4 255 33600000",
    "2020-01-06 254.75 254.84 253 254 33600000",
  ],
  [
    "Hong Kong terminal: tabs and 2020年1月2日",
    "Date\tOpen\tHigh\tLow\tClose\tVolume\tTurnover\n2020年1月2日\t28249.37\t28543.52\t28245.97\t28543.52\t1262732800\t82300000000\n2020年1月3日\t28828.36\t28883.30\t28428.17\t28451.50\t1797904300\t94200000000\n",
    "2020-01-02 28249.37 28543.52 28245.97 28543.52 1262732800",
    "2020-01-03 28828.36 28883.3 28428.17 28451.5 1797904300",
  ],
  [
    "Japanese: weekdays behind dates, adjusted close",
    "日付,始値,高値,安値,終値,出来高,終値調整値\n2020/1/6(月),23319.76,23365.36,23148.53,23204.86,0,23204.86\n2020/1/7(火),23320.12,23577.44,23299.92,23575.72,0,23575.72\n",
    "2020-01-06 23319.76 23365.36 23148.53 23204.86 0",
    "2020-01-07 23320.12 23577.44 23299.92 23575.72 0",
  ],
  [
    "Korean exchange: close first",
    "일자,종가,대비,시가,고가,저가,거래량\n2020/01/03,55500,300,56000,56600,54900,15422255\n2020/01/02,55200,-600,55500,56000,55000,12993228\n",
    "2020-01-03 56000 56600 54900 55500 15422255",
    "2020-01-02 55500 56000 55000 55200 12993228",
  ],
  [
    "Chinese terminal: blanks before names, a remark below",
    "日期\t    开盘\t    最高\t    最低\t    收盘\t    成交量\t    成交额\n2020/01/02\t1128.00\t1145.06\t1116.00\t1130.00\t14809916\t16696841472.00\n2020/01/03\t1117.00\t1117.00\t1076.90\t1078.56\t13031878\t14266380288.00\n数据来源:通达信\n",
    "2020-01-02 1128 1145.06 1116 1130 14809916",
    "2020-01-03 1117 1117 1076.9 1078.56 13031878",
  ],
  [
    "R's quantmod: AAPL.Open, row names without a header",
    '"","AAPL.Open","AAPL.High","AAPL.Low","AAPL.Close","AAPL.Volume","AAPL.Adjusted"\n"2020-01-02",74.06,75.15,73.80,75.09,135480400,74.33\n"2020-01-03",74.29,75.14,74.13,74.36,146322800,73.61\n',
    "2020-01-02 74.06 75.15 73.8 75.09 135480400",
    "2020-01-03 74.29 75.14 74.13 74.36 146322800",
  ],
  [
    "R's write.table: blanks, a header one shorter than the rows",
    "Open High Low Close Volume\n2020-01-02 74.06 75.15 73.80 75.09 135480400\n2020-01-03 74.29 75.14 74.13 74.36 146322800\n",
    "2020-01-02 74.06 75.15 73.8 75.09 135480400",
    "2020-01-03 74.29 75.14 74.13 74.36 146322800",
  ],
  [
    "pandas: an index of times without a name",
    ",open,high,low,close,volume\n2020-01-02 09:30:00,1,2,0.5,1.5,10\n2020-01-02 09:31:00,1.5,2,1,1.2,20\n",
    "2020-01-02T09:30Z 1 2 0.5 1.5 10",
    "2020-01-02T09:31Z 1.5 2 1 1.2 20",
  ],
  [
    "pandas: an index of numbers",
    ",date,open,high,low,close,volume\n0,2020-01-02,1,2,0.5,1.5,10\n1,2020-01-03,1.5,2,1,1.2,20\n",
    "2020-01-02 1 2 0.5 1.5 10",
    "2020-01-03 1.5 2 1 1.2 20",
  ],
  [
    "CoinMarketCap: four times a row, ISO with milliseconds",
    'timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp\n"2020-01-02T00:00:00.000Z";"2020-01-02T23:59:59.999Z";"2020-01-02T00:10:00.000Z";"2020-01-02T20:00:00.000Z";"2781";7202.55;7212.15;6935.27;6985.47;20802083465.2;126699396234;"2020-01-02T23:59:59.999Z"\n"2020-01-01T00:00:00.000Z";"2020-01-01T23:59:59.999Z";"2020-01-01T15:10:00.000Z";"2020-01-01T02:00:00.000Z";"2781";7194.89;7254.33;7174.94;7200.17;18565664997;130580829150;"2020-01-01T23:59:59.999Z"\n',
    "2020-01-02 7202.55 7212.15 6935.27 6985.47 20802083465.2",
    "2020-01-01 7194.89 7254.33 7174.94 7200.17 18565664997",
  ],
  [
    "CoinGecko: price alone, UTC behind the time",
    "snapped_at,price,market_cap,total_volume\n2020-01-01 00:00:00 UTC,7195.15,130446112598.7,13686044105.2\n2020-01-02 00:00:00 UTC,7193.75,130469506562.3,15205083325.8\n",
    "2020-01-01 7195.15 7195.15 7195.15 7195.15 13686044105.2",
    "2020-01-02 7193.75 7193.75 7193.75 7193.75 15205083325.8",
  ],
  [
    "a spreadsheet's day numbers",
    "Date,Open,High,Low,Close\n43832,1,2,0.5,1.5\n43833,1.5,2,1,1.2\n",
    "2020-01-02 1 2 0.5 1.5 NaN",
    "2020-01-03 1.5 2 1 1.2 NaN",
  ],
  [
    "JavaScript's own dates",
    "Date,Open,High,Low,Close\nThu Jan 02 2020 09:30:00 GMT-0500 (Eastern Standard Time),1,2,0.5,1.5\nThu Jan 02 2020 09:31:00 GMT-0500 (Eastern Standard Time),1.5,2,1,1.2\n",
    "2020-01-02T14:30Z 1 2 0.5 1.5 NaN",
    "2020-01-02T14:31Z 1.5 2 1 1.2 NaN",
  ],
  [
    "sep=; for a spreadsheet",
    "sep=;\nDate;Open;High;Low;Close\n2020-01-02;1,5;2,5;1,0;2,0\n2020-01-03;2,0;2,5;1,0;2,1\n",
    "2020-01-02 1.5 2.5 1 2 NaN",
    "2020-01-03 2 2.5 1 2.1 NaN",
  ],
  [
    "bid and ask side by side: the bid",
    "time,bidOpen,bidHigh,bidLow,bidClose,askOpen,askHigh,askLow,askClose\n2020-01-02T09:00:00Z,1.1,1.2,1.0,1.15,1.11,1.21,1.01,1.16\n2020-01-02T10:00:00Z,1.15,1.2,1.0,1.1,1.16,1.21,1.01,1.11\n",
    "2020-01-02T09:00Z 1.1 1.2 1 1.15 NaN",
    "2020-01-02T10:00Z 1.15 1.2 1 1.1 NaN",
  ],
  [
    "eSignal: a column of letters, hhmm without a colon",
    "D,Date,Time,Open,High,Low,Close,Volume\nT,01/15/2020,0931,1,2,.5,1.5,10\nT,01/15/2020,0932,1.5,2,1,1.2,20\n",
    "2020-01-15T09:31Z 1 2 0.5 1.5 10",
    "2020-01-15T09:32Z 1.5 2 1 1.2 20",
  ],
  [
    "no header, seconds, the usual order",
    "1577975400,158.78,160.73,158.33,160.62,100\n1577975460,160.62,160.73,158.33,160.5,120\n",
    "2020-01-02T14:30Z 158.78 160.73 158.33 160.62 100",
    "2020-01-02T14:31Z 160.62 160.73 158.33 160.5 120",
  ],
  [
    "no header, pipes, a symbol first and 12-hour clocks",
    "MSFT|1/15/2020 9:30 AM|158.78|160.73|158.33|160.62|100\nMSFT|1/15/2020 12:31 PM|160.62|160.73|158.33|160.5|120\n",
    "2020-01-15T09:30Z 158.78 160.73 158.33 160.62 100",
    "2020-01-15T12:31Z 160.62 160.73 158.33 160.5 120",
  ],
  [
    "CRSP: BIDLO, ASKHI, PRC",
    "PERMNO,date,TICKER,BIDLO,ASKHI,PRC,VOL,RET,OPENPRC\n14593,20200102,AAPL,295.19,300.6,300.35,33870100,0.02,296.24\n14593,20200103,AAPL,296.5,300.58,297.43,36580700,-0.0097,297.15\n",
    "2020-01-02 296.24 300.6 295.19 300.35 33870100",
    "2020-01-03 297.15 300.58 296.5 297.43 36580700",
  ],
  [
    "Taiwan's exchange: years of the Republic, a title above and remarks below",
    '"109年01月 2330 台積電 各日成交資訊"\n"日期","成交股數","成交金額","開盤價","最高價","最低價","收盤價","漲跌價差","成交筆數",\n"109/01/02","33,282,120","11,206,312,740","332.50","339.00","332.50","339.00","+8.00","15,378",\n"109/01/03","42,023,268","14,292,108,580","344.00","345.00","335.50","339.50","+0.50","20,105",\n"說明:"\n"符號說明:+/-/X表示漲/跌/不比價"\n',
    "2020-01-02 332.5 339 332.5 339 33282120",
    "2020-01-03 344 345 335.5 339.5 42023268",
  ],
  [
    "Barchart: Last, changes, and a last line with a date inside",
    'Time,Open,High,Low,Last,Change,%Chg,Volume\n"01/15/2020",323.54,323.9,323.4,323.8,+0.5,+0.15%,12000\n"01/14/2020",323.04,323.9,322.4,323.3,-0.5,-0.15%,11000\n"Downloaded from Barchart.com as of 01-16-2020 05:21am CST"\n',
    "2020-01-15 323.54 323.9 323.4 323.8 12000",
    "2020-01-14 323.04 323.9 322.4 323.3 11000",
  ],
  [
    "Macrotrends: a title and a disclaimer in quotation marks",
    'Macrotrends Data Download\n\n\n"DISCLAIMER: DATA IS PROVIDED ""AS IS"", NOT FOR ADVICE."\n\n\ndate,open,high,low,close,volume\n1980-12-12,0.0989,0.0993,0.0989,0.0989,469033600\n1980-12-15,0.0941,0.0941,0.0937,0.0937,175884800\n',
    "1980-12-12 0.0989 0.0993 0.0989 0.0989 469033600",
    "1980-12-15 0.0941 0.0941 0.0937 0.0937 175884800",
  ],
  [
    "MetaStock: <DTYYYYMMDD>",
    "<TICKER>,<PER>,<DTYYYYMMDD>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nEURUSD,1,20200102,093000,1.1,1.2,1.0,1.15,10,0\nEURUSD,1,20200102,093100,1.15,1.2,1.1,1.15,12,0\n",
    "2020-01-02T09:30Z 1.1 1.2 1 1.15 10",
    "2020-01-02T09:31Z 1.15 1.2 1.1 1.15 12",
  ],
  [
    "Bitfinex: MTS, close before high",
    "MTS,OPEN,CLOSE,HIGH,LOW,VOLUME\n1577836800000,7195.1,7180,7200,7170,10.5\n1577840400000,7180,7190,7200,7175,9.5\n",
    "2020-01-01T00:00Z 7195.1 7200 7170 7180 10.5",
    "2020-01-01T01:00Z 7180 7200 7175 7190 9.5",
  ],
];

describe("exports of others", () => {
  it.each(exports)("%s", async (_, text, first, second) => {
    const market = await importText(text);
    expect([barText(market, 0), barText(market, 1)]).toEqual([first, second]);
    expect(market.understood.unreadable).toEqual([]);
  });

  it("are 40", () => {
    expect(exports.length).toBe(40);
  });
});

describe("files of several instruments", () => {
  it.each([
    [
      "under a header that calls them Name",
      "date,open,high,low,close,volume,Name\n2013-02-08,15,15.1,14.6,14.7,8,AAL\n2013-02-08,15,15,14,14.5,8,AAPL\n",
    ],
    ["without header", "AAL,20200102,38.9,39.2,38.7,39.0,5\nAAPL,20200102,39.0,39.5,38.9,39.4,6\n"],
  ])("%s do not pass for one", async (_, several) => {
    await expect(importText(several)).rejects.toThrow("2 instruments (AAL, AAPL), wanted one: name it with --symbol");
  });

  const text = "symbol,date,open,high,low,close\nA,2020-01-02,1,2,1,2\nB,2020-01-02,3,4,3,4\nA,2020-01-03,2,3,2,3\n";

  it("are refused with their names", async () => {
    await expect(importText(text)).rejects.toThrow(
      "prices.csv: 2 instruments (A, B), wanted one: name it with --symbol",
    );
  });

  it("give up one of them to --symbol", async () => {
    const { bars, understood } = await importText(text, { symbol: "A" });
    expect(bars.close).toEqual(Float64Array.of(2, 3));
    expect(bars.line).toEqual(Int32Array.of(2, 4));
    expect(understood.skipped).toEqual([
      { what: "another symbol", count: 1, lines: [3], example: "B,2020-01-02,3,4,3,4" },
    ]);
    await expect(importText(text, { symbol: "C" })).rejects.toThrow("no rows of C; the file has A, B");
  });
});
