import { attack, decide, fails } from "./support.ts";

attack("a rejected promise that nobody handles", {
  "in decide is a run error": [
    decide(`Promise.reject(new Error("left behind"));
return { target: bars.close.map(() => 1) };`),
    fails("run-error", /rejected promise: Error: left behind/),
  ],
  "with a hostile reason is a run error": [
    decide(`Promise.reject(new Proxy({}, { get() { throw 1; } }));
return { target: bars.close.map(() => 1) };`),
    fails("run-error"),
  ],
  "while the module loads is a load error": [
    `Promise.reject(new Error("early"));
export default { decide: (bars) => ({ target: bars.close.map(() => 1) }) };`,
    fails("load-error", /early/),
  ],
});
