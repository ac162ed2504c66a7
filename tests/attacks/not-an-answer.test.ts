import { attack, decide, fails } from "./support.ts";

attack("an answer of another kind", {
  "undefined is refused": [decide(`return;`), fails("bad-positions", /decide returned undefined/)],
  "an array is refused": [decide(`return [1, 2, 3];`), fails("bad-positions", /target is undefined/)],
  "a text is refused": [
    decide(`return "x".repeat(1000);`),
    fails("bad-positions", /decide returned the string "x{40}"/),
  ],
  "a function is refused": [decide(`return () => 1;`), fails("bad-positions", /decide returned a function/)],
  "a text as target is refused": [
    decide(`return { target: "0".repeat(300) };`),
    fails("bad-positions", /target is the string "0{40}"/),
  ],
});
