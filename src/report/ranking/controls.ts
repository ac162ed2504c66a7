import type { Manifest } from "../../core/manifest.ts";
import type { Model } from "../../core/model.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import { parts } from "../../core/ranking/score-table.ts";
import type { Phrase } from "../dictionary.ts";
import { type Content, type Html, html } from "../html.ts";
import { say, sayBoth } from "../say.ts";
import { term } from "../term.ts";

/** Sizes that models are told apart by, billions of parameters. */
const sizes: readonly number[] = [5, 10, 40, 100];

/** What filters and weighs the rows of the ranking; hidden until the page's script takes it up (client/main.ts). */
export function controls(ranking: Ranking, manifest: Pick<Manifest, "models">): Html {
  return html`<div class="controls">${filters(manifest)}${weights(ranking)}</div>`;
}

function filters({ models }: Pick<Manifest, "models">): Html {
  const tags = [...new Set(models.flatMap((model) => model.tags))].sort();
  const known = (of: (model: Model) => unknown): boolean => models.some((model) => of(model) !== null);
  const tag =
    tags.length > 0 &&
    select("tag", "filterTag", [["", sayBoth("filterAll")], ...tags.map((one) => [one, one] as const)]);
  const open =
    known((model) => model.openWeights) &&
    select("open", "filterOpen", [
      ["", sayBoth("filterAll")],
      ["true", sayBoth("openOnly")],
      ["false", sayBoth("closedOnly")],
    ]);
  const size =
    known((model) => model.parametersB.total) &&
    select("params", "filterSize", [
      ["", sayBoth("filterAll")],
      ...sizes.map((billions) => [`${billions}`, sayBoth("underBillions", { billions })] as const),
    ]);
  const baselines = html`<label><input type="checkbox" name="baselines" checked>${say("showBaselines")}</label>`;
  return html`<div class="filters" data-for="rows" hidden role="group" aria-label="${sayBoth("filters")}"><span class="head">${say("filters")}</span>${tag}${open}${size}${baselines}<span class="muted">${say("rowsShown")} <output name="shown">${models.length}</output></span></div>`;
}

/** Options hold text only, which no switch of language can reach: they say both. */
function select(name: string, label: Phrase, options: readonly (readonly [value: string, text: string])[]): Html {
  const items = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label>${say(label as "filterTag")}<select name="${name}">${items}</select></label>`;
}

/** One slider for each part that the run has; nothing where there is one part only. */
function weights({ weights, models }: Ranking): Html | null {
  const present = parts.filter((part) => models.some((row) => row[part] !== null));
  if (present.length < 2) return null;
  const sliders = present.map((part): Content => {
    const value = Math.round(100 * weights[part]);
    return html`<label>${term(part)}<input type="range" name="${part}" min="0" max="100" step="5" value="${value}" aria-label="${sayBoth(partNames[part])}"><output name="${part}">${value}\u00a0%</output></label>`;
  });
  return html`<div class="weights" data-for="rows" hidden role="group" aria-label="${sayBoth("weigh")}"><span class="head">${say("weigh")}</span>${sliders}<button type="button" name="reset">${say("resetWeights")}</button><span class="muted">${say("rowsMoved")} <output name="moved">0</output></span><span class="muted small">${say("weighNote")}</span></div>`;
}

const partNames = { trading: "partTrading", quiz: "partQuiz", engineering: "partEngineering" } as const;
