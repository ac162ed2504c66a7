import { attack, decide, holds, stoppedOrRefused } from "./support.ts";

attack("code that is made of text", {
  "of 30 million characters is stopped or refused": [
    decide(`return Function("return " + "1+".repeat(15e6) + "1")();`),
    stoppedOrRefused,
  ],
  "that nests 100,000 deep is stopped or refused": [
    decide(`return eval("(".repeat(1e5) + ")".repeat(1e5));`),
    stoppedOrRefused,
  ],
  "sees no more than the program": [
    holds(`eval("typeof process") === "undefined" && (0, eval)("typeof enterGuest") === "undefined"`),
    { target: 1 },
  ],
});
