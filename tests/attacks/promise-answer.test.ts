import { attack, decide, fails } from "./support.ts";

attack("an answer that is not there yet", {
  "from an async decide is refused": [
    `export default { async decide(bars) { return { target: bars.close.map(() => 1) }; } };`,
    fails("bad-positions", /promise/),
  ],
  "from a promise that never settles is refused": [
    decide(`return new Promise(() => {});`),
    fails("bad-positions", /promise/),
  ],
  "behind a thenable is refused": [
    decide(`return { then(done) { done({ target: bars.close.map(() => 1) }); } };`),
    fails("bad-positions", /target is undefined/),
  ],
  "as a promise for the target is refused": [
    decide(`return { target: Promise.resolve(bars.close) };`),
    fails("bad-positions", /length undefined/),
  ],
  "from a generator is refused": [
    `export default { *decide(bars) { yield { target: bars.close.map(() => 1) }; } };`,
    fails("bad-positions", /target is undefined/),
  ],
});
