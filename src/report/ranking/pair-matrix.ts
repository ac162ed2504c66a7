import type { Ranking } from "../../core/ranking/ranking.ts";
import { formatNamedP, formatSigned } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { RunLinks } from "../run-links.ts";
import { say, sayBoth } from "../say.ts";
import { percentStyle } from "./funnel-table.ts";
import { linked } from "./model-name.ts";

/** Difference of overall scores of every two models, row less column; coloured where it is significant. */
export function pairMatrix(ranking: Ranking, links: RunLinks): Html {
  const cells = new Map<
    string,
    { readonly difference: number; readonly p: number | null; readonly significant: boolean }
  >();
  for (const { a, b, difference, pHolm, significant } of ranking.pairs) {
    cells.set(`${a}\n${b}`, { difference, p: pHolm, significant });
    cells.set(`${b}\n${a}`, { difference: -difference, p: pHolm, significant });
  }
  const names = ranking.models
    .map((row) => row.model)
    .filter((model) => ranking.pairs.some(({ a, b }) => a === model || b === model));
  const rows = names.map((row) => {
    const columns = names.map((column) => {
      const pair = cells.get(`${row}\n${column}`);
      if (pair === undefined) return html`<td><span class="muted">${row === column ? "·" : "–"}</span></td>`;
      const href = links.pair(row, column);
      const text = formatSigned(pair.difference, 1);
      const hint = sayBoth("pAfterHolm", { p: formatNamedP(pair.p) });
      const body =
        href === null
          ? html`<span title="${hint}">${text}</span>`
          : html`<a href="${href}" title="${hint}">${text}</a>`;
      if (!pair.significant) return html`<td class="muted">${body}</td>`;
      const side = pair.difference > 0 ? "up" : "down";
      return html`<td class="${side}" style="${percentStyle(0.2 + 0.4 * Math.min(1, Math.abs(pair.difference) / 50))}">${body}</td>`;
    });
    return html`<tr><th scope="row" class="l stick">${linked(row, links.model(row))}</th>${columns}</tr>`;
  });
  const heads = names.map((model) => html`<th scope="col"><span class="turn">${model}</span></th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${sayBoth("pairsHead")}"><table class="heat">
<thead><tr><th class="l stick">${say("rowLessColumn")}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
