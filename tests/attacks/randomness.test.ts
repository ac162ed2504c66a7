import { attack, holds } from "./support.ts";

attack("Math.random", {
  "gives the same stream in every run": [holds(`Math.random() === 0.07205886975862086`), { target: 1 }],
  "stays in [0, 1) and is not constant": [
    holds(
      `(() => { const draws = Array.from({ length: 1000 }, () => Math.random()); return new Set(draws).size > 990 && draws.every((x) => x >= 0 && x < 1); })()`,
    ),
    { target: 1 },
  ],
});
