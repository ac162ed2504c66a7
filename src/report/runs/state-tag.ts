import { type Html, html } from "../html.ts";
import { say } from "../say.ts";
import type { RunState } from "./run-summary.ts";

const phrases = {
  running: "stateRunning",
  complete: "stateComplete",
  incomplete: "stateIncomplete",
  damaged: "stateDamaged",
} as const;

/** The state of a run in a word. */
export function stateTag(state: RunState): Html {
  return html`<span class="state ${state}">${say(phrases[state])}</span>`;
}
