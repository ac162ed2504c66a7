import { attack, fails } from "./support.ts";

attack("an endless loop while the module loads", {
  "at the top level is a timeout": [
    `for (;;) {}
export default {};`,
    fails("timeout"),
  ],
  "in a static block of a class is a timeout": [
    `class A { static { while (true) {} } }
export default new A();`,
    fails("timeout"),
  ],
  "behind a top-level await is a timeout": [
    `await null;
for (;;) {}
export default {};`,
    fails("timeout"),
  ],
});
