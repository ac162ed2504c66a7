import { attack, decide, stopped } from "./support.ts";

attack("filling an array of 2^27 places or more", {
  "with zeros ends the run alone": [decide(`return { target: new Array(2 ** 27).fill(0) };`), stopped],
  "of the largest length ends the run alone": [decide(`return { target: new Array(2 ** 32 - 1).fill(0) };`), stopped],
});
