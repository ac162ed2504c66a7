import { attack, decide, fails } from "./support.ts";

attack("an endless loop in the answer", {
  "in the getter of target is a timeout": [decide(`return { get target() { for (;;) {} } };`), fails("timeout")],
  "in the getter of length is a timeout": [
    decide(`return { target: { get length() { for (;;) {} } } };`),
    fails("timeout"),
  ],
  "in a trap of a proxy is a timeout": [decide(`return new Proxy({}, { get() { for (;;) {} } });`), fails("timeout")],
  "in a trap for the prototype is a timeout": [
    decide(`return new Proxy({}, { getPrototypeOf() { for (;;) {} } });`),
    fails("timeout"),
  ],
});
