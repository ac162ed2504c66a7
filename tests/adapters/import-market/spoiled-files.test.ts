import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/failure.ts";
import { importText } from "./import-text.ts";

const days = Array.from({ length: 25 }, (_, t) =>
  new Date(1_577_923_200_000 + t * 86_400_000).toISOString().slice(0, 10),
);
const bar = "101.25,103.50,99.75,102.00,1200";

/** Files of several vendors and packings, short. */
const files: readonly Uint8Array[] = [
  Buffer.from(`Date,Open,High,Low,Close,Volume\n${days.map((day) => `${day},${bar}\n`).join("")}`),
  Buffer.from(
    `\ufeff"Datum";"Eröffnung";"Hoch";"Tief";"Schluss"\r\n${days.map((day) => `"${day}";"1.201,25";"1.203,50";"1.199,75";"1.202,00"\r\n`).join("")}`,
  ),
  Buffer.from(
    `<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\r\n${days.map((day) => `${day.replaceAll("-", ".")}\t09:00:00\t1.1\t1.2\t1.0\t1.1\t5\t0\t1\r\n`).join("")}`,
    "utf16le",
  ),
  Buffer.from(days.map((day) => `${day.replaceAll("-", "")} 093000;1.1;1.2;1.0;1.1;7`).join("\n")),
  gzipSync(`time,open,high,low,close\n${days.map((_, t) => `${1_577_923_200 + t * 60},1,2,0.5,1.5\n`).join("")}`),
  zipSync({
    "20200102_spy_minute_trade.csv": strToU8(
      days.map((_, t) => `${t * 60_000},1010000,1020000,1000000,1015000,5`).join("\n"),
    ),
  }),
];

/** One way of spoiling bytes. */
const spoiling: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(255)).map(
    ([at, byte]) =>
      (bytes: Uint8Array) =>
        bytes.with(at % bytes.length, byte),
  ),
  fc.nat().map((at) => (bytes: Uint8Array) => bytes.subarray(0, at % bytes.length)),
  fc.nat().map((at) => (bytes: Uint8Array) => bytes.subarray(at % bytes.length)),
  fc.tuple(fc.nat(), fc.constantFrom('"', "\n", "\r", ",", ";", "\t", "-", "/", ".", "é", "\0", "1e999", "0x10")).map(
    ([at, text]) =>
      (bytes: Uint8Array) =>
        Buffer.concat([bytes.subarray(0, at % bytes.length), Buffer.from(text), bytes.subarray(at % bytes.length)]),
  ),
  fc.tuple(fc.nat(), fc.nat(200)).map(
    ([at, length]) =>
      (bytes: Uint8Array) =>
        Buffer.concat([bytes.subarray(0, at % bytes.length), bytes.subarray((at % bytes.length) + length)]),
  ),
);

describe("a spoiled file", () => {
  it("becomes bars of equal columns or a message to the user, never anything else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(spoiling, { minLength: 1, maxLength: 4 }),
        async (file, spoilings) => {
          const bytes = spoilings.reduce((left, spoil) => (left.length === 0 ? left : spoil(left)), file);
          const market = await importText(bytes).catch((error: unknown) => error);
          if (market instanceof UserError) {
            expect(market.message).not.toMatch(/undefined|NaN|\[object/);
            return;
          }
          if (market instanceof Error) throw market;
          const { bars, understood } = market as Awaited<ReturnType<typeof importText>>;
          for (const column of [bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume, bars.line]) {
            expect(column.length).toBe(bars.length);
          }
          expect(bars.time.every(Number.isFinite)).toBe(true);
          expect([bars.open, bars.close, bars.volume].some((column) => column.includes(Number.POSITIVE_INFINITY))).toBe(
            false,
          );
          expect(bars.line.every((line, t) => line > 0 && (t === 0 || line > (bars.line[t - 1] as number)))).toBe(true);
          expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
        },
      ),
      { numRuns: 150 },
    );
  });
});
