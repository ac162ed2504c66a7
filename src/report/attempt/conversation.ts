import type { Attempt } from "../../core/attempt.ts";
import { cutText, formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";

const mostCharacters = 60_000;

/** The prompt and the reply as they were sent, folded away. */
export function conversation(attempt: Attempt): Html {
  const messages = attempt.messages.map((message) => folded(`Prompt, ${message.role}`, message.content));
  return html`${messages}${attempt.reply !== null && folded("Reply", attempt.reply.text)}`;
}

function folded(name: string, text: string): Html {
  const cut = cutText(text, mostCharacters);
  const left = cut.left > 0 && html`\n… ${formatCount(cut.left)} more characters are not shown.`;
  return html`<details><summary>${name} <span class="muted">(${formatCount(text.length)} characters)</span></summary><pre>${cut.text}${left}</pre></details>`;
}
