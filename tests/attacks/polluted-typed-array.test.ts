import { attack, decide } from "./support.ts";

attack("a polluted Float64Array", {
  "in place of the global changes nothing": [
    decide(`globalThis.Float64Array = class { constructor() { return new Proxy([], { get: () => 9 }); } };
return { target: Array(bars.length).fill(1) };`),
    { target: 1 },
  ],
  "with setters on its prototype changes nothing": [
    decide(`for (let t = 0; t < 300; t++) {
  Object.defineProperty(Float64Array.prototype, t, { set() {}, get: () => 9, configurable: true });
}
Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), "length", { get: () => 1e9 });
return { target: Array(bars.length).fill(-1) };`),
    { target: -1 },
  ],
});
