import { attack, decide, fails } from "./support.ts";

attack("a flood of microtasks", {
  "after the answer is a timeout": [
    decide(`const next = () => Promise.resolve().then(next);
next();
return { target: bars.close.map(() => 1) };`),
    fails("timeout"),
  ],
  "while the module loads is a timeout": [
    `const next = async () => { for (;;) await null; };
next();
export default { decide() {} };`,
    fails("timeout"),
  ],
});
