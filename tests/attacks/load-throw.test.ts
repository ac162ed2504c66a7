import { attack, fails } from "./support.ts";

attack("a module that throws while it loads", {
  "an object says so": [`throw { a: 1 };`, fails("load-error", /not an Error/)],
  "a function says so": [`throw () => {};`, fails("load-error", /not an Error/)],
  "null says so": [`throw null;`, fails("load-error", /threw null/)],
  "an error whose fields throw is a load error": [
    `const error = new Error("a");
for (const name of ["name", "message", "stack"]) Object.defineProperty(error, name, { get() { throw error; } });
throw error;`,
    fails("load-error"),
  ],
  "an error whose fields are no text is a load error": [
    `throw Object.assign(new Error("a"), { name: Symbol(), message: {}, stack: [] });`,
    fails("load-error"),
  ],
  "an error whose name loops is a timeout": [
    `Object.defineProperty(Error.prototype, "name", { get() { for (;;) {} } });
throw new Error("a");`,
    fails("timeout"),
  ],
  "a proxy whose traps loop is a timeout": [
    `const loop = () => { for (;;) {} };
throw new Proxy({}, { get: loop, getPrototypeOf: loop });`,
    fails("timeout"),
  ],
});
