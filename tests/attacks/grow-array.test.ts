import { attack, decide, stopped } from "./support.ts";

attack("an array that grows until memory ends", {
  "ends the run alone": [
    decide(`const all = [];
for (;;) all.push({ at: all.length, more: [1, 2, 3] });`),
    stopped,
  ],
  "of arrays ends the run alone": [
    decide(`const all = [];
for (;;) all.push(new Array(1000).fill(all.length));`),
    stopped,
  ],
});
