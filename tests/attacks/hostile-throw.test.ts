import { attack, decide, fails } from "./support.ts";

attack("a thrown value that is no error", {
  "null is a run error": [decide(`throw null;`), fails("run-error", /threw null/)],
  "a symbol is a run error": [decide(`throw Symbol();`), fails("run-error", /threw a symbol/)],
  "a proxy that throws is a run error": [
    decide(`throw new Proxy({}, { get() { throw 1; } });`),
    fails("run-error", /cannot be read/),
  ],
  "a function is a run error": [decide(`throw () => {};`), fails("run-error", /threw a function/)],
  "an object whose getters throw is a run error": [
    decide(`throw { get message() { throw 1; } };`),
    fails("run-error", /cannot be read/),
  ],
  "an object with a name and a message that are no text is a run error": [
    decide(`throw { name: {}, message: [] };`),
    fails("run-error", /object: no message/),
  ],
});
