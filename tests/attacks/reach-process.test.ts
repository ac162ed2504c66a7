import { attack, decide, fails, holds } from "./support.ts";

attack("the ways to Node's process that worked elsewhere", {
  "through the constructor of a constructor is a run error": [
    decide(`return this.constructor.constructor("return process")().exit();`),
    fails("run-error", /process is not defined/),
  ],
  "through the prototype of the bars is a run error": [
    decide(`return bars.close.constructor.constructor("return process.env")();`),
    fails("run-error", /process is not defined/),
  ],
  "through an async function is a run error": [
    decide(`const AsyncFunction = (async () => {}).constructor;
AsyncFunction("return process")().catch(() => {});
return Function("return require")();`),
    fails("run-error", /require is not defined/),
  ],
  "through the global this of sloppy code finds nothing": [
    holds(
      `Function("return typeof this.process + typeof this.enterGuest + typeof this.require")() === "undefined".repeat(3)`,
    ),
    { target: 1 },
  ],
  "through callers and arguments finds nothing": [
    holds(`(() => { try { return Function("return arguments.callee.caller")() === null; } catch { return true; } })()`),
    { target: 1 },
  ],
});
