import { attack, decide, fails } from "./support.ts";

attack("a subclass of a typed array", {
  "with another length is refused": [
    decide(`class Long extends Float64Array { get length() { return 301; } }
return { target: new Long(bars.length) };`),
    fails("bad-positions", /length 301/),
  ],
  "with a species of its own is read element by element": [
    decide(`class Sly extends Float32Array { static get [Symbol.species]() { throw 1; } }
return { target: new Sly(bars.length).fill(0.5) };`),
    { target: 0.5 },
  ],
  "of big integers is refused": [
    decide(`return { target: new BigInt64Array(bars.length) };`),
    fails("bad-positions", /a bigint/),
  ],
  "under another name is read like any array": [
    decide(`return { target: Object.setPrototypeOf(bars.close.map(() => 1), Array.prototype) };`),
    fails("bad-positions", /length undefined|length 0/),
  ],
});
