import { attack, decide, fails } from "./support.ts";

attack("a target with holes", {
  "of the largest index is refused by its length": [
    decide(`const target = [];
target[2 ** 32 - 2] = 1;
return { target };`),
    fails("bad-positions", /length 4294967295; wanted 300/),
  ],
  "is refused at its first hole": [
    decide(`const target = [1, 1];
target.length = bars.length;
return { target };`),
    fails("bad-positions", /target\[2\] is undefined/),
  ],
});
