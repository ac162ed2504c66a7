import type { Model } from "../../core/model.ts";
import type { RankingRow } from "../../core/ranking/ranking.ts";
import { type Html, html } from "../html.ts";
import type { RunLinks } from "../run-links.ts";
import { say } from "../say.ts";

/** A name, as a link where it has a page. */
export function linked(name: string, href: string | null): Html {
  return href === null ? html`${name}` : html`<a href="${href}">${name}</a>`;
}

/** A model's name, as a link to its page, with a tag where it is no language model or its replies were recorded. */
export function modelName(
  row: Pick<RankingRow, "model" | "baseline">,
  models: readonly Model[],
  links: RunLinks,
): Html {
  return html`${linked(row.model, links.model(row.model))}${modelTag(row, models)}`;
}

function modelTag(row: Pick<RankingRow, "model" | "baseline">, models: readonly Model[]): Html | null {
  if (row.baseline) return html`<span class="tag">${say("baselineTag")}</span>`;
  const model = models.find(({ id }) => id === row.model);
  return model?.provider.kind === "replay" ? html`<span class="tag">${say("recordedTag")}</span>` : null;
}
