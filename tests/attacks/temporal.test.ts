import { attack, holds } from "./support.ts";

attack("Temporal, which knows zones and locales of the machine", {
  "is not reached from a date": [holds("Date.prototype.toTemporalInstant === undefined"), { target: 1 }],
  "is no global": [holds(`typeof Temporal === "undefined"`), { target: 1 }],
});
