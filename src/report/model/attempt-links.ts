import type { Attempt } from "../../core/attempt.ts";
import { type Content, type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { scoreText } from "../ranking/task-matrix.ts";
import type { RunLinks } from "../run-links.ts";

/** A link to an attempt that says which: `design-trend 2 zh`. */
export function attemptLink(attempt: Attempt, links: RunLinks, name: Content = attempt.task): Html {
  const which = attempt.attempt > 0 ? ` ${attempt.attempt + 1}` : "";
  const lang = attempt.lang === "en" ? "" : ` ${attempt.lang}`;
  return html`<a href="${links.attempt(attempt)}">${name}${which}${lang}</a>`;
}

/** Links to attempts with their scores, in a list. */
export function scoredLinks(attempts: readonly Attempt[], links: RunLinks): Html {
  const items = attempts.map((attempt) => {
    const failed = attempt.failure !== null && html`, ${named("failure", attempt.failure.kind)}`;
    const score = attempt.score === null ? "–" : scoreText(attempt.track, attempt.score);
    return html`<li>${attemptLink(attempt, links)} <span class="muted">${score}${failed}</span></li>`;
  });
  return html`<ol class="plain">${items}</ol>`;
}
