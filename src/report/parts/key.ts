import { type Content, type Html, html } from "../html.ts";

/** What a colour, a dash or a mark of a picture means. */
export interface KeyEntry {
  readonly color: string;
  readonly words: Content;
  /** A sign in that colour instead of a stroke. */
  readonly sign?: string;
  readonly dashed?: boolean;
}

/** The key of a picture, in one line where there is room. */
export function key(entries: readonly KeyEntry[]): Html {
  const items = entries.map(({ color, words, sign, dashed }) => {
    const mark =
      sign === undefined
        ? html`<i${dashed === true && html` class="dashed"`} style="color:${color}"></i>`
        : html`<b style="color:${color}" aria-hidden="true">${sign}</b>`;
    return html`<span>${mark}${words}</span>`;
  });
  return html`<p class="key">${items}</p>`;
}
