import { attack, holds } from "./support.ts";

attack("weak references, which show when memory is collected", {
  "are absent": [holds(`typeof WeakRef === "undefined" && typeof FinalizationRegistry === "undefined"`), { target: 1 }],
});
