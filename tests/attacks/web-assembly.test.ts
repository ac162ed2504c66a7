import { attack, holds } from "./support.ts";

attack("WebAssembly", {
  "is absent": [holds(`typeof WebAssembly === "undefined"`), { target: 1 }],
});
