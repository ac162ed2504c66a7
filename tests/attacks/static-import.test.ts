import { attack, fails } from "./support.ts";

attack("a static import", {
  "of node:fs is a load error": [
    `import fs from "node:fs";
export default fs;`,
    fails("load-error", /import of "node:fs".*cannot import anything/),
  ],
  "for its side effects is a load error": [
    `import "./side-effect.js";
export default {};`,
    fails("load-error", /cannot import anything/),
  ],
  "by re-export is a load error": [
    `export { default } from "data:text/javascript,export default {}";`,
    fails("load-error", /cannot import anything/),
  ],
  "of JSON is a load error": [
    `import data from "../package.json" with { type: "json" };
export default data;`,
    fails("load-error"),
  ],
});
