import { attack, decide, fails, holds } from "./support.ts";

attack("the console", {
  "is absent": [holds(`typeof console === "undefined"`), { target: 1 }],
  "is a run error where it is used": [
    decide(`for (;;) console.log("x".repeat(1e6));`),
    fails("run-error", /console is not defined/),
  ],
});
