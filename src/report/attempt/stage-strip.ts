import type { Attempt } from "../../core/attempt.ts";
import { stages } from "../../core/failure.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { say, sayBoth } from "../say.ts";

/** The ten stages in order: those passed, and the one that ended the attempt. */
export function stageStrip(attempt: Attempt): Html | null {
  if (attempt.notAttempted !== null) return null;
  const reached = stages.indexOf(attempt.stage);
  const items = stages.map((stage, i) => {
    const ended = i === reached && attempt.failure !== null;
    const passed = i < reached || (i === reached && !ended);
    const word = ended ? "stageFailed" : passed ? "stagePassed" : "stageNotReached";
    return html`<li class="${ended ? "end" : passed ? "past" : ""}" title="${sayBoth(word)}">${ended ? "✕ " : passed ? "✓ " : ""}${named("stage", stage)}<span class="unseen"> (${say(word)})</span></li>`;
  });
  return html`<ol class="stages" aria-label="${sayBoth("stages")}">${items}</ol>`;
}
