import { attack, fails } from "./support.ts";

attack("a module without an honest default export", {
  "of nothing is a load error": [`export const decide = () => ({});`, fails("load-error", /no default export/)],
  "of null is a load error": [`export default null;`, fails("load-error", /decide is undefined/)],
  "of an object without decide is a load error": [`export default { decide: 3 };`, fails("load-error", /decide is 3/)],
  "with a getter that throws is a load error": [
    `export default { get decide() { throw new Error("no"); } };`,
    fails("load-error", /Error: no/),
  ],
  "that throws null is a load error": [`throw null;`, fails("load-error", /threw null/)],
  "that cannot be parsed is a load error with its line": [
    `export default {
  decide( {
};`,
    fails("load-error", /SyntaxError.*strategy\.js:/),
  ],
  "nested 100,000 deep is a load error": [`export default ${"[".repeat(100_000)}`, fails("load-error")],
});
