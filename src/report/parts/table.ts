import { type Content, type Html, html } from "../html.ts";

/** A column of a table: its head, and whether it holds words. */
export interface Column {
  readonly head: Content;
  readonly words?: boolean;
}

/** A table that scrolls by itself where the page is narrow; `label` is what it is for those who do not see it. */
export function table(
  label: string,
  columns: readonly Column[],
  rows: Content,
  kind: "sortable" | "plain" = "plain",
): Html {
  const heads = columns.map(
    ({ head, words }) => html`<th scope="col"${words === true && html` class="l"`}>${head}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="dense${kind === "sortable" && " sortable"}"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A cell that is sorted by its number; a number that does not exist stays last. */
export function numberCell(value: number | null, text: string): Html {
  return html`<td data-v="${value === null ? "" : Number(value.toPrecision(6))}">${text}</td>`;
}
