import { attack, holds } from "./support.ts";

attack("the functions of ta", {
  "lead to no other realm": [
    holds(
      `Object.values(ta).every((f) => f.constructor === Function && f.constructor("return typeof process")() === "undefined")`,
    ),
    { target: 1 },
  ],
  "belong to this context": [
    holds(
      `Object.getPrototypeOf(ta) === Object.prototype && ta.sma(bars.close, 2) instanceof Float64Array && bars.close instanceof Float64Array`,
    ),
    { target: 1 },
  ],
});
