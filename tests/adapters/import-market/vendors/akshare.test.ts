import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const text = `日期,股票代码,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率
2020-01-02,600519,1128.0,1130.0,1145.06,1116.0,148099,16696841472.0,2.46,-4.48,-53.0,1.18
2020-01-03,600519,1117.0,1078.56,1117.0,1076.9,130319,14266380288.0,3.55,-4.55,-51.44,1.04
`;
/** 日期,开盘,收盘,最高,最低,成交量 in GB18030; the rest is ASCII. */
const header = Buffer.from("c8d5c6da2cbfaac5cc2ccad5c5cc2cd7eeb8df2cd7eeb5cd2cb3c9bdbbc1bf", "hex");
const rows = Buffer.from(
  "\n2020-01-02,1128.0,1130.0,1145.06,1116.0,148099\n2020-01-03,1117.0,1078.56,1117.0,1076.9,130319\n",
);

describe("AKShare", () => {
  it("has the close before the high, and lots where turnover says so", async () => {
    const market = await importText(text);
    expect(barText(market, 0)).toBe("2020-01-02 1128 1145.06 1116 1130 14809900");
    expect(market.understood).toMatchObject({ vendor: { id: "akshare" }, symbol: "600519" });
  });

  it("counts shares where turnover ÷ price says so, as for Hong Kong", async () => {
    const market = await importText(text.replace("148099", "14809900").replace("130319", "13031900"));
    expect(market.bars.volume[0]).toBe(14_809_900);
    expect(market.understood.volume.unit).toBe("shares");
  });

  it("in GB18030 the header reads as in UTF-8", async () => {
    const market = await importText(Buffer.concat([header, rows]));
    expect(market.understood).toMatchObject({
      vendor: { id: "akshare" },
      encoding: { name: "gb18030", known: "observed" },
    });
    expect(barText(market, 1)).toBe("2020-01-03 1117 1117 1076.9 1078.56 130319");
  });
});
