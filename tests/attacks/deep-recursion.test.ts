import { attack, decide, fails } from "./support.ts";

attack("deep recursion", {
  "is a run error": [
    decide(`const down = (n) => down(n + 1) + 1;
down(0);`),
    fails("run-error", /call stack/),
  ],
  "that is caught does no harm": [
    decide(`const down = () => { try { down(); } catch {} };
down();
return { target: bars.close.map(() => 1) };`),
    { target: 1 },
  ],
  "through getters of the answer is refused": [
    decide(`const answer = { get target() { return answer.target; } };
return answer;`),
    fails("bad-positions", /call stack/),
  ],
  "of nested arrays in JSON is a run error or harmless": [
    decide(`let text = "";
for (let i = 0; i < 20; i++) text = "[".repeat(50_000);
JSON.parse(text);`),
    fails("run-error"),
  ],
});
