import type { Attempt } from "../../core/attempt.ts";
import { cutText, formatCount } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { say } from "../say.ts";

const mostCharacters = 60_000;

/** The prompt and the reply as they were sent, folded away. */
export function conversation(attempt: Attempt): Html {
  const messages = attempt.messages.map((message) => folded(say("prompt", { role: message.role }), message.content));
  return html`${messages}${attempt.reply !== null && folded(say("reply"), attempt.reply.text)}`;
}

function folded(name: Content, text: string): Html {
  const cut = cutText(text, mostCharacters);
  const left = cut.left > 0 && html`\n… ${say("charactersLeft", { count: formatCount(cut.left) })}`;
  return html`<details><summary>${name} <span class="muted">(${say("characters", { count: formatCount(text.length) })})</span></summary><pre>${cut.text}${left}</pre></details>`;
}
