import { attack, decide, fails, type Outcome } from "./support.ts";

const ok = decide("return { target: bars.close.map(() => 1) };");
const refused = fails("load-error");
const slow: Outcome = { kinds: ["load-error", "timeout", "memory", "crashed"] };

const nested = (open: string, close: string, times: number): string =>
  `const x = ${open.repeat(times)}1${close.repeat(times)};\n${ok}`;

attack("a module whose syntax nests without end", {
  "in 500,000 brackets is refused": [nested("[", "]", 5e5), refused],
  "in 500,000 parentheses is refused": [nested("(", ")", 5e5), refused],
  "in 200,000 arrow functions is refused": [nested("()=>", "", 2e5), refused],
  "in 100,000 templates is refused": [nested("`${", "}`", 1e5), refused],
  "in 200,000 conditions is refused": [nested("1?", ":1", 2e5), refused],
  "in an expression of 200,000 groups is refused": [
    `const x = /${"(".repeat(2e5)}${")".repeat(2e5)}/;\n${ok}`,
    refused,
  ],
  "in 100,000 classes is stopped": [
    `${Array.from({ length: 1e5 }, (_, i) => `class C${i} { m() {} }`).join("\n")}\nfor (;;) {}\n${ok}`,
    slow,
  ],
});
