import { attack, decide, fails } from "./support.ts";

/** Clears the screen, rings, hides, turns the direction of the text, and ends in half a character. */
const text = String.raw`"\u001b[2J\u0007\u0000\u009b31m\r\u202eevil\u2028\ud800"`;
const clean = /\ufffd\[2J\ufffd\ufffd\ufffd31m\ufffd\ufffdevil\ufffd\ufffd/;

attack("control characters and half a character in a message", {
  "of an error are replaced": [decide(`throw new Error(${text});`), fails("run-error", clean)],
  "of the name of an error are replaced": [
    decide(`throw Object.assign(new Error("x"), { name: ${text} });`),
    fails("run-error", clean),
  ],
  "of a thrown string are replaced": [decide(`throw ${text};`), fails("run-error", clean)],
  "of a target are replaced": [
    decide(`return { target: Array(bars.length).fill(${text}) };`),
    fails("bad-positions", clean),
  ],
  "of an error while the module loads are replaced": [`throw new Error(${text});`, fails("load-error", clean)],
  "of a string thrown while the module loads are replaced": [`throw ${text};`, fails("load-error", clean)],
  "of a rejected promise are replaced": [
    decide(`Promise.reject(new Error(${text})); return { target: [] };`),
    fails("run-error", clean),
  ],
});
