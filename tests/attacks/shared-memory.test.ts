import { attack, holds } from "./support.ts";

attack("shared memory", {
  "is absent, and with it Atomics.wait": [
    holds(`typeof SharedArrayBuffer === "undefined" && typeof Atomics === "undefined"`),
    { target: 1 },
  ],
  "is not behind the columns": [
    holds(
      `bars.close.buffer.constructor === ArrayBuffer && Object.prototype.toString.call(bars.close.buffer) === "[object ArrayBuffer]"`,
    ),
    { target: 1 },
  ],
});
