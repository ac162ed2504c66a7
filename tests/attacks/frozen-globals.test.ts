import { attack, decide } from "./support.ts";

attack("freezing everything in reach", {
  "does no harm": [
    decide(`for (const name of Object.getOwnPropertyNames(globalThis)) {
  const value = globalThis[name];
  if (typeof value === "function" || typeof value === "object") {
    if (value?.prototype) Object.freeze(value.prototype);
    Object.freeze(value);
  }
}
return { target: Array(bars.length).fill(1) };`),
    { target: 1 },
  ],
});
