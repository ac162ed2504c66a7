import { attack, decide, fails, holds } from "./support.ts";

attack("the clock", {
  "stands at the start of 2000": [
    holds(
      `Date.now() === 946684800000 && new Date().getTime() === Date.now() && Reflect.construct(Date, []).getTime() === Date.now() && Date() === new Date(946684800000).toString()`,
    ),
    { target: 1 },
  ],
  "is not found behind an instance": [
    holds(
      `new Date(0).constructor === Date && new (class extends Date {})().getTime() === 946684800000 && new (Object.getPrototypeOf(new Date()).constructor)().getTime() === 946684800000`,
    ),
    { target: 1 },
  ],
  "has no other face": [
    holds(`typeof Temporal === "undefined" && typeof Intl === "undefined" && typeof performance === "undefined"`),
    { target: 1 },
  ],
  "reads dates in UTC": [
    holds(
      `new Date(2020, 5, 1).getTime() === Date.UTC(2020, 5, 1) && new Date(0).getTimezoneOffset() === 0 && new Date(0).toLocaleString() === "1970-01-01T00:00:00.000Z"`,
    ),
    { target: 1 },
  ],
  "does not move while a program waits for it": [
    decide(`const start = Date.now();
while (Date.now() < start + 1) {}
return { target: bars.close.map(() => 1) };`),
    fails("timeout"),
  ],
});
