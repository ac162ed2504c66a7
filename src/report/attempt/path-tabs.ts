import { type Content, Html, html } from "../html.ts";
import { say } from "../say.ts";

/** One panel and the words on its tab. */
export interface PathTab {
  /** From 1; the label of `path-1` elsewhere in the page chooses it too. */
  readonly number: number;
  readonly words: Content;
  readonly panel: Content;
}

/**
 * Panels of which one is shown, chosen by the first line without any script. On paper all are shown.
 */
export function pathTabs(tabs: readonly PathTab[]): Html | null {
  if (tabs.length === 0) return null;
  const choices = tabs.map(
    ({ number, words }, i) =>
      html`<label><input type="radio" name="path" id="path-${number}" value="${number}"${i === 0 && html` checked`}>${words}</label>`,
  );
  const panels = tabs.map(({ number, panel }) => html`<section class="path path-${number}">${panel}</section>`);
  const rules = tabs.map(({ number }) => `.paths:has(#path-${number}:checked) .path-${number}`).join(",");
  return html`<div class="paths"><style>${new Html(`${rules}{display:block}`)}</style>
<fieldset class="tabs"><legend>${say("choosePath")}</legend>${choices}</fieldset>
${panels}</div>`;
}
