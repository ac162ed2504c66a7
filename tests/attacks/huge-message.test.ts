import { attack, decide, stoppedOrRefused } from "./support.ts";

attack("a message of 100 million characters", {
  "in an error comes back cut, or is stopped": [decide(`throw new Error("x".repeat(1e8));`), stoppedOrRefused],
  "in a thrown string comes back cut, or is stopped": [decide(`throw "x".repeat(1e8);`), stoppedOrRefused],
  "while the module loads comes back cut, or is stopped": [
    `throw new Error("x".repeat(1e8));`,
    { kinds: ["load-error", "memory", "timeout", "crashed"] },
  ],
  "as a target comes back cut, or is stopped": [
    decide(`return { target: Array(bars.length).fill("x".repeat(1e8)) };`),
    { kinds: ["bad-positions", "memory", "timeout", "crashed"] },
  ],
});
