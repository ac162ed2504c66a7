import { attack, decide, fails } from "./support.ts";

attack("stops, which this version of the contract does not have", {
  "are refused": [
    decide(`return { target: bars.close.map(() => 1), stopLoss: bars.close.map(() => 0.1) };`),
    fails("bad-positions", /stops are not part of this version/),
  ],
  "as a trailing stop are refused": [
    decide(`return { target: bars.close.map(() => 1), trailingStop: 0 };`),
    fails("bad-positions", /trailingStop/),
  ],
  "other fields are ignored": [
    decide(`return { target: bars.close.map(() => 1), name: "x", get note() { throw 1; } };`),
    { target: 1 },
  ],
});
