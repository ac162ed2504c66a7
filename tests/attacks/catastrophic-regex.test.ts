import { attack, decide, fails } from "./support.ts";

attack("a regular expression that backtracks without end", {
  "is a timeout": [
    decide(`return { target: bars.close.map(() => /^(a+)+$/.test("a".repeat(60) + "b") ? 1 : 0) };`),
    fails("timeout"),
  ],
  "in replace with nested quantifiers is a timeout": [
    decide(`return "x".repeat(5000).replace(/(x+x+)+y/g, "");`),
    fails("timeout"),
  ],
});
