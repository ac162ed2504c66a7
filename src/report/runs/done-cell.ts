import { formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";

/** How much of a whole is done: "120 / 169" over a bar; "–" of nothing. */
export function doneCell({ done, total }: { readonly done: number; readonly total: number }, name: string): Html {
  if (total === 0) return html`<td class="done" data-v="">–</td>`;
  const text = `${formatCount(done)} / ${formatCount(total)}`;
  return html`<td class="done" data-v="${done / total}">${text}<progress max="${total}" value="${Math.min(done, total)}" aria-label="${name}: ${text}"></progress></td>`;
}
