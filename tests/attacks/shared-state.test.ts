import { attack, holds } from "./support.ts";

attack("state kept for the next run", {
  "on the global object is gone": [
    holds(`(() => { const fresh = globalThis.kept === undefined; globalThis.kept = 1; return fresh; })()`),
    { target: 1 },
  ],
  "on a prototype is gone": [
    holds(
      `(() => { const fresh = Array.prototype.kept === undefined; Array.prototype.kept = 1; Math.kept = 1; return fresh; })()`,
    ),
    { target: 1 },
  ],
  "in the module is gone": [
    `let runs = 0;
export default { decide(bars) { runs += 1; return { target: bars.close.map(() => (runs === 1 ? 1 : -1)) }; } };`,
    { target: 1 },
  ],
  "on a registered symbol is gone": [
    holds(
      `(() => { const key = Symbol.for("kept"); const fresh = Object.prototype[key] === undefined; Object.prototype[key] = 1; return fresh; })()`,
    ),
    { target: 1 },
  ],
});
