import { attack, decide, stoppedOrRefused } from "./support.ts";

attack("maps, sets and big integers without end", {
  "a map that grows is stopped or refused": [
    decide(`const map = new Map();
for (let i = 0; ; i++) map.set(i, [i]);`),
    stoppedOrRefused,
  ],
  "a big integer that squares itself is stopped or refused": [
    decide(`let n = 3n;
for (;;) n *= n;`),
    stoppedOrRefused,
  ],
  "a power that takes hours is stopped or refused": [
    decide(`return { target: [7n ** (2n ** 26n)] };`),
    stoppedOrRefused,
  ],
});
