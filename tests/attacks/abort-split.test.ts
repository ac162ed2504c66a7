import { attack, decide, stopped } from "./support.ts";

attack("one expression that makes V8 abort its process", {
  "repeat and split end the run alone": [decide(`return { target: "a".repeat(2 ** 29 - 100).split("") };`), stopped],
});
