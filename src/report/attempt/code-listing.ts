import type { Diagnostic } from "../../core/diagnostic.ts";
import { cutText, formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say, sayBoth } from "../say.ts";
import { codeTokens, type Token } from "./code-tokens.ts";

/** A page shows what a person reads; the file beside it holds the rest. */
const mostCharacters = 100_000;
const mostLines = 1500;
const longestLine = 1000;
const mostNotes = 200;

/** Code with line numbers; what the type check says stands under its line. */
export function codeListing(code: string, diagnostics: readonly Diagnostic[]): Html {
  const cut = cutText(code.replace(/\r\n?/g, "\n"), mostCharacters);
  const lines = codeTokens(cut.text);
  const notes = Map.groupBy(diagnostics.slice(0, mostNotes), (diagnostic) =>
    Math.min(Math.max(1, diagnostic.line), lines.length),
  );
  const items = lines.slice(0, mostLines).map((tokens, i) => {
    const found = notes.get(i + 1) ?? [];
    const under = found.map(
      ({ column, code: number, message }) =>
        html`<li class="note">TS${number}, ${say("column", { column })}: ${cutText(message, 1000).text}</li>`,
    );
    return html`<li id="L${i + 1}" data-n="${i + 1}"${found.length > 0 && html` class="at"`}>${line(tokens)}</li>${under}`;
  });
  const leftLines = lines.length - items.length;
  const left =
    cut.left > 0
      ? say("charactersLeft", { count: formatCount(cut.left) })
      : leftLines > 0
        ? say("linesLeft", { count: formatCount(leftLines) })
        : null;
  return html`<div class="code" tabindex="0" role="region" aria-label="${sayBoth("code")}"><ol>${items}</ol></div>${left !== null && html`<p class="small muted">${left}</p>`}`;
}

function line(tokens: readonly Token[]): Html {
  let room = longestLine;
  const shown: (Html | string)[] = [];
  for (const { kind, text } of tokens) {
    const part = cutText(text, room);
    shown.push(kind === null ? part.text : html`<span class="${kind}">${part.text}</span>`);
    room -= part.text.length;
    if (part.left > 0 || room === 0) {
      shown.push("…");
      break;
    }
  }
  return html`${shown}`;
}
