import { describe, expect, it } from "vitest";
import { barText, importText } from "../import-text.ts";

const header = "Date,Open,High,Low,Close,Volume";
const rows = ["2020-01-02,1,2,0.5,1.5,10", "2020-01-03,1.5,2,1,1.2,20", "2020-01-06,1.5,2,1,1.2,30"];
const text = [header, ...rows].join("\n");
const wanted = "2020-01-03 1.5 2 1 1.2 20";

describe("delimiters", () => {
  it.each([",", ";", "\t", "|", "~", "^", ":", " ", ", ", "   "])("%j", async (delimiter) => {
    expect(barText(await importText(text.replaceAll(",", delimiter)), 1)).toBe(wanted);
    if (delimiter === ":") return;
    expect(barText(await importText(rows.join("\n").replaceAll(",", delimiter)), 1)).toBe(wanted);
  });

  it("colons of times of day are none", async () => {
    const kibot = await importText(
      "03/13/2020,09:30,100.1,100.2,100,100.2,500\n03/13/2020,09:31,100.2,100.3,100.1,100.3,600\n",
    );
    expect(barText(kibot, 1)).toBe("2020-03-13T09:31Z 100.2 100.3 100.1 100.3 600");
  });
});

describe("apostrophes as quotation marks", () => {
  const quoted = (lines: readonly string[]): string =>
    lines.map((line) => `'${line.replaceAll(",", "','")}'`).join("\n");

  it("stand around every cell", async () => {
    const market = await importText(quoted([header, ...rows]));
    expect(barText(market, 1)).toBe(wanted);
    expect(market.understood.columns.map(({ source }) => source)).toEqual(header.split(","));
  });

  it("hold dates and thousands with commas", async () => {
    const market = await importText(
      "Date,Open,High,Low,Close,Volume\n'Jan 2, 2020','1,001.5','1,002','1,000','1,001','1,000,000'\n'Jan 3, 2020','1,001.5','1,002','1,000','1,001','2,000,000'\n",
    );
    expect(barText(market, 0)).toBe("2020-01-02 1001.5 1002 1000 1001 1000000");
  });

  it("are none in Swiss numbers and in a remark", async () => {
    const swiss = await importText("Datum;Open;High;Low;Close\n2020-01-02;10'639;10'700;10'601;10'699\n");
    expect(barText(swiss, 0)).toBe("2020-01-02 10639 10700 10601 10699 NaN");
    expect(barText(await importText(`# today's prices, 'as is'\n${text}`), 1)).toBe(wanted);
  });
});
