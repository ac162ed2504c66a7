import { attack, decide, stoppedOrRefused } from "./support.ts";

attack("a string that doubles", {
  "is refused by V8 or stopped": [
    decide(`let text = "xy";
for (;;) text += text;`),
    stoppedOrRefused,
  ],
  "and is written out is stopped or refused": [
    decide(`let text = "xy";
for (let i = 0; i < 27; i++) text += text;
const parts = [];
for (;;) parts.push(text.replaceAll("x", "y" + parts.length));`),
    stoppedOrRefused,
  ],
});
