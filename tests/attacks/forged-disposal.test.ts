import { attack, decide, fails } from "./support.ts";

attack("an error that speaks as isolated-vm does of a lost isolate", {
  "at the top level is a load error": [
    `throw new Error("Isolate was disposed during execution due to memory limit");`,
    fails("load-error", /Isolate was disposed/),
  ],
  "in decide is a run error": [
    decide(`throw new Error("Isolate is disposed");`),
    fails("run-error", /Isolate is disposed/),
  ],
  "in a rejected promise is a run error": [
    decide(`Promise.reject(new Error("Isolate was disposed")); return { target: bars.close.map(() => 1) };`),
    fails("run-error", /left a rejected promise: Error: Isolate was disposed/),
  ],
});
