// The global `ti`: the library technicalindicators, a script of its own that follows the guest into the snapshot of the
// isolates whose programs mention it. Each run finds it as the library is: what a run does to it ends with its isolate.

import * as technical from "technicalindicators";

Object.defineProperty(globalThis, "ti", {
  value: { ...technical },
  writable: true,
  enumerable: false,
  configurable: true,
});
