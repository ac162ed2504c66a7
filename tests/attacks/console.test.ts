import { attack, decide, fails, holds, stopped } from "./support.ts";

const holdsConsole = (expression: string): string => holds(`(${expression})`);

attack("the console", {
  "swallows what it is given": [
    holdsConsole(`console.log("x".repeat(1e6), globalThis, { get a() { throw 1; } }) === undefined`),
    { target: 1 },
  ],
  "is made of the program's own functions": [
    holdsConsole(`console.error.constructor === Function && console.constructor === Object`),
    { target: 1 },
  ],
  "does not reach an inspector or the host": [
    holdsConsole(`["context", "profile", "_stdout", "Console"].every((name) => console[name] === undefined)`),
    { target: 1 },
  ],
  "has no methods but those of its type": [decide("console.profile();"), fails("run-error", /is not a function/)],
  "is no way around the limits": [decide(`for (;;) console.log("x".repeat(1e3));`), stopped],
  "may be replaced by the program, in that run alone": [
    holdsConsole("(console.log = () => 1, globalThis.seen === undefined && (globalThis.seen = console.log()) === 1)"),
    { target: 1 },
  ],
});
