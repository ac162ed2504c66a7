import { type Content, Html, html } from "../html.ts";
import { say } from "../say.ts";

/** One panel and the words on its tab. */
export interface PathTab {
  readonly name: Content;
  readonly panel: Content;
}

/**
 * Panels of which one is shown, chosen by the first line without any script. On paper all are shown. The name of a path
 * elsewhere in the page may be a label of its tab: `path-1` is the first.
 */
export function pathTabs(tabs: readonly PathTab[]): Html | null {
  if (tabs.length === 0) return null;
  const choices = tabs.map(
    ({ name }, i) =>
      html`<label><input type="radio" name="path" id="path-${i + 1}" value="${i + 1}"${i === 0 && html` checked`}>${name}</label>`,
  );
  const panels = tabs.map(({ panel }, i) => html`<section class="path path-${i + 1}">${panel}</section>`);
  const rules = tabs.map((_, i) => `.paths:has(#path-${i + 1}:checked) .path-${i + 1}`).join(",");
  return html`<div class="paths"><style>${new Html(`${rules}{display:block}`)}</style>
<fieldset class="tabs"><legend>${say("choosePath")}</legend>${choices}</fieldset>
${panels}</div>`;
}
