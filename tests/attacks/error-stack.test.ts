import { attack, decide, fails } from "./support.ts";

attack("the stack of an error", {
  "shows no function of the host": [
    decide(`const seen = [];
Error.prepareStackTrace = (_, sites) => sites;
Error.stackTraceLimit = 100;
for (const site of new Error().stack) {
  for (const value of [site.getThis(), site.getFunction()]) {
    if (typeof value === "function") seen.push(value.constructor("return typeof process + typeof require")());
  }
}
const found = seen.some((text) => text !== "undefinedundefined");
return { target: bars.close.map(() => (found ? -1 : 1)) };`),
    { target: 1 },
  ],
  "that is hostile is still a run error": [
    decide(`Error.prepareStackTrace = () => { throw new Error("inner"); };
null.x;`),
    fails("run-error"),
  ],
  "that loops when it is read is a timeout": [decide(`throw { get stack() { for (;;) {} } };`), fails("timeout")],
});
