import { attack, decide, fails } from "./support.ts";

attack("a polluted Array.prototype", {
  "lets no target of 5 through": [
    decide(`Array.prototype[Symbol.iterator] = function* () { yield 1; };
Array.prototype.every = () => true;
Array.isArray = () => true;
Array.from = () => [1];
return { target: Array(bars.length).fill(5) };`),
    fails("bad-positions", /target\[0\] is 5/),
  ],
  "with numbers behind the holes is read as it stands": [
    decide(`for (let t = 0; t < 300; t++) Array.prototype[t] = 0.5;
return { target: new Array(bars.length) };`),
    { target: 0.5 },
  ],
});
