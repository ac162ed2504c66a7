import type { Html } from "../html.ts";
import { key } from "../parts/key.ts";
import { say } from "../say.ts";

/** What the colours of the curves mean. */
export function curveKey(): Html {
  return key([
    { color: "var(--strategy)", words: say("keyStrategy") },
    { color: "var(--market)", words: say("keyHeld") },
    { color: "var(--loss)", words: say("keyDrawdown") },
    { color: "var(--position)", words: say("keyPosition") },
  ]);
}
