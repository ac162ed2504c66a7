import { attack, decide, fails } from "./support.ts";

attack("a polluted Object.prototype", {
  "that hands in the target is read as it stands": [
    decide(`Object.prototype.target = bars.close.map(() => 1);
return {};`),
    { target: 1 },
  ],
  "does not hide a target of 2": [
    decide(`for (const name of ["stage", "kind", "message", "ok", "result", "copy", "then", "value"]) {
  Object.defineProperty(Object.prototype, name, { get: () => 1, set() {}, configurable: true });
}
return { target: bars.close.map(() => 2) };`),
    fails("bad-positions", /target\[0\] is 2/),
  ],
  "with a stop on it is refused": [
    decide(`Object.prototype.stopLoss = [0.1];
return { target: bars.close.map(() => 1) };`),
    fails("bad-positions", /stopLoss/),
  ],
});
