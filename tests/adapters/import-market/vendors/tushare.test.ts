import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const header = "ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount";

describe("TuShare", () => {
  it("counts lots of 100 shares and writes dates without separators, newest first", async () => {
    const text = `${header}\n600000.SH,20200103,12.57,12.64,12.5,12.6,12.47,0.13,1.04,380188.09,477900.111\n600000.SH,20200102,12.47,12.64,12.45,12.47,12.37,0.1,0.81,516291.45,648222.3\n`;
    const market = await importText(text);
    expect(barText(market, 0)).toBe("2020-01-03 12.57 12.64 12.5 12.6 38018809");
    expect(market.understood).toMatchObject({
      vendor: { id: "tushare" },
      symbol: "600000.SH",
      zone: { name: "Asia/Shanghai", known: "usual" },
      volume: { unit: "lots of 100 shares, multiplied by 100" },
    });
  });

  it("with an index column of pandas in front", async () => {
    const market = await importText(
      `,${header}\n0,600000.SH,20200103,12.57,12.64,12.5,12.6,12.47,0.13,1.04,380188.09,477900.111\n`,
    );
    expect(barText(market, 0)).toBe("2020-01-03 12.57 12.64 12.5 12.6 38018809");
  });

  it("minutes are Shanghai's and count shares", async () => {
    const text =
      "ts_code,trade_time,open,close,high,low,vol,amount\n600000.SH,2020-01-02 09:31:00,12.5,12.52,12.53,12.49,10000,125100\n600000.SH,2020-01-02 09:32:00,12.52,12.5,12.53,12.49,8000,100100\n";
    const market = await importText(text);
    expect(barText(market, 0)).toBe("2020-01-02T01:31Z 12.5 12.53 12.49 12.52 10000");
  });
});
