import { describe, expect, it } from "vitest";
import { importText } from "../import-text.ts";

const bars = (clock: (hour: number) => string, header: string, before = ""): string =>
  `${before}${header},Open,High,Low,Close\n${[10, 11, 12].map((hour) => `${clock(hour)},1,2,0.5,1.5\n`).join("")}`;
const plain = (day: string) => (hour: number) => `${day} ${hour}:00`;

/** Zone and moment of the first bar, which the file says is of 10:00 on 3 August 2020. */
async function firstOf(header: string, before = ""): Promise<string> {
  const market = await importText(bars(plain("2020-08-03"), header, before));
  const { name, known } = market.understood.zone;
  return `${name} ${known} ${new Date(market.bars.time[0] as number).toISOString().slice(11, 16)}`;
}

describe("a zone in the words of the file", () => {
  it.each([
    ["Time (UTC)", "UTC stated 10:00"],
    ["gmt_time", "UTC stated 10:00"],
    ["Time (GMT+2)", "+02:00 stated 08:00"],
    ["Time (UTC-05:00)", "-05:00 stated 15:00"],
    ["Time (UTC +0530)", "+05:30 stated 04:30"],
    ["Time (GMT+0)", "UTC stated 10:00"],
    ["Time [+09:00]", "+09:00 stated 01:00"],
    ["Time (EET)", "EET stated 07:00"],
    ["Time (CET)", "CET stated 08:00"],
    ["Time (ET)", "America/New_York stated 14:00"],
    ["Time (CT)", "America/Chicago stated 15:00"],
    ["Date Time (JST)", "Asia/Tokyo stated 01:00"],
    ["Datetime (America/New_York)", "America/New_York stated 14:00"],
    ["Datetime (Eastern)", "America/New_York stated 14:00"],
    ["Time", "UTC assumed 10:00"],
  ])("%s is %s", async (header, wanted) => {
    expect(await firstOf(header)).toBe(wanted);
  });

  it.each([
    ["Timezone: Asia/Tokyo", "Asia/Tokyo stated 01:00"],
    ["Time zone,US/Eastern", "US/Eastern stated 14:00"],
    ["Timezone: GMT+3", "+03:00 stated 07:00"],
    ["All times are CET", "CET stated 08:00"],
    ["Timestamps are UTC timezone", "UTC stated 10:00"],
    ["Time of download: 2021-01-01 10:21 UTC", "UTC assumed 10:00"],
    ["Exported from TimeMachine ET", "UTC assumed 10:00"],
  ])("before the header, %s is %s", async (line, wanted) => {
    expect(await firstOf("Date", `${line}\n`)).toBe(wanted);
  });

  it.each([
    ["EST", "America/New_York (with daylight saving) or -05:00 (without)"],
    ["BST", "Europe/London (with daylight saving) or +01:00 (without)"],
    ["IST", "Asia/Kolkata, Asia/Jerusalem or Europe/Dublin"],
  ])("%s has several meanings: the question is asked, unless the user or days answer it", async (word, meanings) => {
    const text = bars(plain("2020-08-03"), `Time (${word})`);
    await expect(importText(text)).rejects.toThrow(
      `the times are said to be ${word}: say with --timezone whether that is ${meanings}`,
    );
    expect((await importText(text, { timezone: "Asia/Kolkata" })).understood.zone.known).toBe("given");
    const days = bars((day) => `2020-08-${day}`, `Date (${word})`);
    expect((await importText(days)).bars.length).toBe(3);
  });

  it("Etc/GMT+5 in each cell is five hours west, as POSIX has it", async () => {
    const { bars: read, understood } = await importText(bars((hour) => `2020-08-03 ${hour}:00 Etc/GMT+5`, "Date"));
    expect(understood.zone).toEqual({ name: "Etc/GMT+5", known: "stated" });
    expect(new Date(read.time[0] as number).toISOString().slice(11, 16)).toBe("15:00");
  });
});
