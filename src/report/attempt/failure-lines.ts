import type { Attempt } from "../../core/attempt.ts";
import { cutText } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";

/** Lines shown before and after the one that failed. */
const around = 2;

/** The line of the code that a failure names, with those around it; null where it names none. */
export function failureLines({ code, failure, diagnostics }: Attempt): Html | null {
  if (code === null || failure === null) return null;
  const named = diagnostics[0]?.line ?? lineOf(failure.message);
  const lines = code.replace(/\r\n?/g, "\n").split("\n");
  if (named === null || named < 1 || named > lines.length) return null;
  const from = Math.max(1, named - around);
  const shown = lines.slice(from - 1, named + around);
  const items = shown.map((text, i) => {
    const at = from + i === named;
    return html`<li data-n="${from + i}"${at && html` class="at"`}>${cutText(text, 240).text}</li>`;
  });
  return html`<div class="code excerpt" tabindex="0" role="region" aria-label="${`${named}`}"><ol>${items}</ol></div>
<p class="small"><a href="#L${named}">${say("seeLine", { line: named })}</a></p>`;
}

/** The last "line 12" of a message: programs may write anything before it. */
function lineOf(message: string): number | null {
  const found = [...message.matchAll(/\bline (\d{1,6})\b/g)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}
