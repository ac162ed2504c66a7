import { describe, expect, it } from "vitest";
import { retryAfterMs } from "../../../src/adapters/shared/retry-after.ts";

describe("retryAfterMs", () => {
  const now = Date.UTC(2024, 0, 1);

  it.each([
    [undefined, null],
    [null, null],
    ["", null],
    ["120", 120_000],
    ["0.5", 500],
    [" 3 ", 3000],
    ["0", 0],
    ["Mon, 01 Jan 2024 00:00:30 GMT", 30_000],
    ["Mon, 01 Jan 2001 00:00:30 GMT", 0],
    ["soon", null],
    ["-5", null],
  ])("of %j is %j ms", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
