import type { Attempt } from "../../core/attempt.ts";
import { failureKinds } from "../../core/failure.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import type { RunLinks } from "../run-links.ts";
import { say } from "../say.ts";
import { attemptLink } from "./attempt-links.ts";

/** Every failed attempt by the kind of its failure, of the whole or on a path, with a link; the commonest kind first. */
export function failureList(attempts: readonly Attempt[], links: RunLinks): Html {
  const kinds = failureKinds
    .map((kind) => ({ kind, failed: attempts.filter((attempt) => kindsOf(attempt).includes(kind)) }))
    .filter(({ failed }) => failed.length > 0)
    .sort((a, b) => b.failed.length - a.failed.length);
  if (kinds.length === 0) return html`<p>${say("noFailures")}</p>`;
  return html`${kinds.map(
    ({ kind, failed }) =>
      html`<h3>${named("failure", kind)} <span class="muted">${failed.length}</span></h3><ul class="attempts">${failed.map((attempt) => html`<li>${attemptLink(attempt, links)}</li>`)}</ul>`,
  )}`;
}

function kindsOf({ failure, paths }: Attempt): readonly string[] {
  return failure === null ? paths.flatMap((path) => path.failure?.kind ?? []) : [failure.kind];
}
