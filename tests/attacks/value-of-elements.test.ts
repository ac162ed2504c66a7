import { attack, decide, fails } from "./support.ts";

attack("targets that are not numbers but turn into them", {
  "through valueOf are refused": [
    decide(`let n = 0;
return { target: Array(bars.length).fill({ valueOf: () => (n++ ? 9 : 1) }) };`),
    fails("bad-positions", /target\[0\] is an object/),
  ],
  "through Symbol.toPrimitive are refused": [
    decide(`return { target: Array(bars.length).fill({ [Symbol.toPrimitive]: () => 1 }) };`),
    fails("bad-positions", /an object/),
  ],
  "as Number objects are refused": [
    decide(`return { target: Array(bars.length).fill(new Number(1)) };`),
    fails("bad-positions", /an object/),
  ],
  "as strings are refused": [
    decide(`return { target: Array(bars.length).fill("1") };`),
    fails("bad-positions", /the string "1"/),
  ],
  "as big integers are refused": [
    decide(`return { target: Array(bars.length).fill(1n) };`),
    fails("bad-positions", /a bigint/),
  ],
  "as symbols are refused": [
    decide(`return { target: Array(bars.length).fill(Symbol.iterator) };`),
    fails("bad-positions", /a symbol/),
  ],
  "as booleans are refused": [
    decide(`return { target: Array(bars.length).fill(true) };`),
    fails("bad-positions", /is true/),
  ],
  "as functions are refused": [
    decide(`return { target: Array(bars.length).fill(() => 1) };`),
    fails("bad-positions", /a function/),
  ],
});
