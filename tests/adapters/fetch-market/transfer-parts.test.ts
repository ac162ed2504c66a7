import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { daysBetween, isoDay, isoMonth, monthsBetween, parseDay } from "../../../src/adapters/fetch-market/days.ts";
import { mayRedirect } from "../../../src/adapters/fetch-market/open-url.ts";
import { TransferError, transferErrorOf } from "../../../src/adapters/fetch-market/transfer-error.ts";
import { unpackCsv } from "../../../src/adapters/fetch-market/unpack.ts";

describe("mayRedirect", () => {
  it.each([
    ["https://a.com/x", "https://b.com/y", true],
    ["https://a.com/x", "http://a.com/x", false],
    ["http://a.com/x", "https://b.com/y", true],
    ["http://a.com/x", "http://a.com/y", true],
    ["http://a.com/x", "http://a.com:8080/x", false],
    ["http://a.com/x", "http://b.com/x", false],
  ])("from %s to %s is %s", (from, to, may) => {
    expect(mayRedirect(new URL(from), new URL(to))).toBe(may);
  });
});

describe("transferErrorOf", () => {
  const error = (code: string, message = "connect 10.0.0.1:3128"): Error => Object.assign(new Error(message), { code });

  it.each([
    ["ENOTFOUND", /its name is not known \(ENOTFOUND\)/, false, true],
    ["EAI_AGAIN", /cannot be looked up/, true, true],
    ["ECONNREFUSED", /was refused/, false, true],
    ["ECONNRESET", /broke off/, true, false],
    ["HPE_INVALID_CONSTANT", /no sound HTTP/, true, false],
    ["CERT_HAS_EXPIRED", /certificate is not trusted/, false, false],
    ["Z_DATA_ERROR", /compressed answer is damaged/, true, false],
  ])("%s in words, without the address in Node's message", (code, message, passing, unreachable) => {
    const found = transferErrorOf(error(code), "stooq.com");
    expect(found).toMatchObject({ message: expect.stringMatching(message), passing, unreachable });
    expect(String(found)).not.toContain("3128");
  });

  it("a name with two addresses fails with the first one's reason", () => {
    const both = new AggregateError([error("ECONNREFUSED"), error("ENETUNREACH")], "");
    expect(transferErrorOf(both, "stooq.com")).toMatchObject({ message: expect.stringContaining("refused") });
  });

  it("an error of another kind stays what it is", () => {
    const bug = new RangeError("ours");
    expect(transferErrorOf(bug, "stooq.com")).toBe(bug);
    const known = new TransferError("known");
    expect(transferErrorOf(known, "stooq.com")).toBe(known);
  });
});

describe("unpackCsv", () => {
  it("gives the text of the one CSV, whatever else is in the archive", () => {
    const zip = zipSync({ "read.me": strToU8("x"), "BTC.csv": strToU8("1,2\n") });
    expect(unpackCsv(zip, "BTC.zip")).toBe("1,2\n");
  });

  it.each([
    [
      "two CSVs",
      zipSync({ "a.csv": strToU8("1"), "b.csv": strToU8("2") }),
      /holds 2 CSVs, wanted one \(a\.csv, b\.csv\)/,
    ],
    ["none", zipSync({ "a.txt": strToU8("1") }), /holds 0 CSVs/],
    ["rubbish", strToU8("PK rubbish"), /is a damaged zip archive/],
  ])("%s in it is the vendor's fault", (_, zip, message) => {
    expect(() => unpackCsv(zip, "x.zip")).toThrow(
      expect.objectContaining({ name: "WorldError", message: expect.stringMatching(message) }),
    );
  });

  it("an archive that claims to unpack to more than 1 GiB is refused before it is unpacked", () => {
    const zip = zipSync({ "a.csv": strToU8("1,2\n") }, { level: 0 });
    // The uncompressed size in the directory at the end of the archive.
    const directory = Buffer.from(zip.buffer).indexOf("PK\u0001\u0002", 0, "latin1");
    new DataView(zip.buffer).setUint32(directory + 24, 2 ** 31, true);
    expect(() => unpackCsv(zip, "x.zip")).toThrow(/a\.csv unpacks to 2147483648 bytes, wanted 1 GiB at most/);
  });
});

describe("days", () => {
  it("parseDay takes the days of the calendar only", () => {
    expect(parseDay("2024-02-29")).toBe(Date.UTC(2024, 1, 29));
    for (const text of ["2023-02-29", "2024-2-9", "20240209", "2024-02-09T00:00", ""]) expect(parseDay(text)).toBeNaN();
  });

  it("monthsBetween 2023-11-15 and 2024-02-01 are four; daysBetween one day and itself is one", () => {
    expect(monthsBetween(Date.UTC(2023, 10, 15), Date.UTC(2024, 1, 1)).map(isoMonth)).toEqual([
      "2023-11",
      "2023-12",
      "2024-01",
      "2024-02",
    ]);
    expect(monthsBetween(Date.UTC(2023, 10, 30), Date.UTC(2023, 10, 1))).toHaveLength(1);
    expect(daysBetween(Date.UTC(2024, 1, 28), Date.UTC(2024, 2, 1)).map(isoDay)).toEqual([
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
    ]);
    expect(daysBetween(Date.UTC(2024, 1, 28), Date.UTC(2024, 1, 28))).toHaveLength(1);
  });
});
