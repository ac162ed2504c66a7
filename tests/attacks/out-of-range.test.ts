import { attack, decide, fails } from "./support.ts";

attack("targets outside of [-1, 1]", {
  "just above 1 are refused with their bar": [
    decide(`const target = bars.close.map(() => 1);
target[299] = 1.0000000000000002;
return { target };`),
    fails("bad-positions", /target\[299\] is 1\.0000000000000002/),
  ],
  "without end are refused": [
    decide(`return { target: bars.close.map(() => -Infinity) };`),
    fails("bad-positions", /-Infinity/),
  ],
  "of NaN are accepted": [decide(`return { target: bars.close.map(() => NaN) };`), { target: Number.NaN }],
});
