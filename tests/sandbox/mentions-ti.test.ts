import { expect, it } from "vitest";
import { mentionsTi } from "../../sandbox/mentions-ti.ts";

it.each([
  "const x = ti.sma({ period: 3, values });",
  "ti",
  "[...ti['doji']]",
  "f(ti)",
  "const { doji } = ti",
  "$ti",
  "\\u0074i.sma",
  "t\\u0069.sma",
  "\\u{74}i.sma",
  "t\\u{00069}.sma",
])("%s mentions ti", (program) => {
  expect(mentionsTi(program)).toBe(true);
});

it.each(["ta.sma(bars.close, 3)", "time", "const tis = 1", "multi.x", "ti_", "TI", "t.i", "'\\u2026'", ""])(
  "%s does not",
  (program) => {
    expect(mentionsTi(program)).toBe(false);
  },
);
