import { attack, fails } from "./support.ts";

attack("a top-level await", {
  "that never settles is a load error": [
    `await new Promise(() => {});
export default { decide: (bars) => ({ target: bars.close }) };`,
    fails("load-error", /top-level await/),
  ],
  "that settles does no harm": [
    `const one = await Promise.resolve(1);
export default { decide: (bars) => ({ target: bars.close.map(() => one) }) };`,
    { target: 1 },
  ],
  "that fails is a load error": [
    `await Promise.reject(new TypeError("no"));
export default {};`,
    fails("load-error", /TypeError: no/),
  ],
});
