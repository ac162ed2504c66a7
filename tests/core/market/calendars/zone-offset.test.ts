import { expect, test } from "vitest";
import { sessionKind, sharesSplit } from "../../../../src/core/market/calendars/session-kind.ts";
import { zoneOffset } from "../../../../src/core/market/calendars/zone-offset.ts";

const hour = 3_600_000;

test("New York is 5 hours behind in January and 4 in July, Mumbai 5½ ahead, UTC 0", () => {
  const newYork = zoneOffset("America/New_York");
  expect(newYork?.(Date.UTC(2020, 0, 15))).toBe(-5 * hour);
  expect(newYork?.(Date.UTC(2020, 6, 15))).toBe(-4 * hour);
  expect(zoneOffset("Asia/Kolkata")?.(0)).toBe(5.5 * hour);
  expect(zoneOffset("UTC")?.(0)).toBe(0);
});

test("on the Sunday on which clocks change the new offset holds from midnight UTC", () => {
  const newYork = zoneOffset("America/New_York");
  expect(newYork?.(Date.UTC(2020, 2, 7, 23))).toBe(-5 * hour);
  expect(newYork?.(Date.UTC(2020, 2, 8, 1))).toBe(-4 * hour);
});

test("a name that is no zone has no offset", () => {
  expect(zoneOffset("exchange-local")).toBeUndefined();
});

test("classes know when they are open, and whether they split", () => {
  expect(["crypto", "fx", "commodity", "rates", "equity", "equity-index", "weather"].map(sessionKind)).toEqual([
    "always",
    "week",
    "week",
    "week",
    "exchange",
    "exchange",
    "unknown",
  ]);
  expect(["equity", "equity-basket", "equity-index", "crypto"].map(sharesSplit)).toEqual([true, true, false, false]);
});
