import { attack, decide, fails } from "./support.ts";

attack("a dynamic import", {
  "at the top level is a load error": [
    `const fs = await import("node:fs");
export default fs;`,
    fails("load-error", /Not supported/),
  ],
  "in decide never arrives": [
    decide(`import("node:fs").catch(() => {});
return { target: bars.close.map(() => 1) };`),
    { target: 1 },
  ],
  "that is awaited in decide is a run error": [
    `export default { async decide() { return (await import("node:fs")).default; } };`,
    fails("run-error", /Not supported/),
  ],
});
