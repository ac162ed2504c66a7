import { attack, decide } from "./support.ts";

attack("a target with hostile iterators", {
  "is read by index alone": [
    decide(`const target = bars.close.map(() => 1);
target[Symbol.iterator] = () => { for (;;) {} };
target[Symbol.toPrimitive] = () => { for (;;) {} };
target.toString = target.valueOf = target.toJSON = () => { for (;;) {} };
return { target, toJSON: target.toJSON };`),
    { target: 1 },
  ],
});
