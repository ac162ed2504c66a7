import { attack, decide, holds } from "./support.ts";

attack("a poisoned ti", {
  "is whole again in the next run": [
    holds(`(() => {
  const clean = ti.poison === undefined && ti.sma({ period: 1, values: [2] })[0] === 2 && ti.SMA.calculate === ti.sma;
  ti.poison = 1;
  ti.sma = ti.SMA.calculate = () => [5];
  ti.SMA.prototype.nextValue = null;
  return clean;
})()`),
    { target: 1 },
  ],
  "keeps no precision from one run to the next": [
    holds(`(() => {
  const clean = ti.getConfig("precision") === undefined && ti.sma({ period: 3, values: [1, 1, 2] })[0] === 4 / 3;
  ti.setConfig("precision", 2);
  return clean && ti.sma({ period: 3, values: [1, 1, 2] })[0] === 1.3;
})()`),
    { target: 1 },
  ],
  "leads to no other realm": [
    holds(`Object.values(ti).every((f) => Function.prototype.isPrototypeOf(f)
      && f.constructor === Function && f.constructor("return typeof process")() === "undefined")`),
    { target: 1 },
  ],
  "that was thrown away harms nobody": [
    decide("delete globalThis.ti; return { target: bars.close.map(() => (typeof ti === 'undefined' ? 1 : -1)) };"),
    { target: 1 },
  ],
});
