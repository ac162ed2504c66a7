import { attack, decide, fails } from "./support.ts";

attack("an endless loop", {
  "in decide is a timeout": [decide(`for (;;) {}`), fails("timeout", /100 ms of CPU/)],
  "that catches all errors is a timeout": [
    decide(`for (;;) { try { for (;;) {} } catch {} finally { for (;;) {} } }`),
    fails("timeout"),
  ],
});
