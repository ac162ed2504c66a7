import type { Attempt } from "../../core/attempt.ts";
import { placeholders } from "../../core/prompt/render-task-prompt.ts";
import { type Lang, langs, type Task } from "../../core/task.ts";
import { cutText } from "../format.ts";
import { type Html, html } from "../html.ts";
import { named } from "../named.ts";
import { say, sayText } from "../say.ts";

/** Longest brief that is shown, UTF-16 units: a starter may be long. */
const longest = 40_000;

/**
 * The brief in both languages: as asked where the run asked in that language, else from the task's folder with a note
 * where the statistics of the market would stand.
 */
export function briefs(attempts: readonly Attempt[], task: Task | null): Html {
  const shown = langs.map((lang) => brief(lang, attempts, task));
  return shown.every((one) => one === null) ? html`<p>${say("briefMissing")}</p>` : html`${shown}`;
}

function brief(lang: Lang, attempts: readonly Attempt[], task: Task | null): Html | null {
  const asked = askedIn(lang, attempts);
  const text = asked ?? (task === null ? null : withoutMarket(lang, task));
  if (text === null) return null;
  const state = say(asked === null ? "briefNotAsked" : "briefAsked");
  return html`<details><summary>${say("briefIn", { lang: named("lang", lang) })} <span class="muted small">${state}</span></summary><pre class="brief" lang="${lang}">${cutText(text, longest).text}</pre></details>`;
}

function askedIn(lang: Lang, attempts: readonly Attempt[]): string | null {
  for (const { lang: own, messages } of attempts) {
    const first = own === lang && messages.find((message) => message.role === "user");
    if (first) return first.content;
  }
  return null;
}

function withoutMarket(lang: Lang, { brief, starter }: Task): string {
  return brief[lang]
    .replaceAll(placeholders.market, () => sayText(lang, "briefMarket"))
    .replaceAll(placeholders.starter, () => starter?.trim() ?? "");
}
