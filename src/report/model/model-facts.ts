import type { Model } from "../../core/model.ts";
import { type Content, type Html, html } from "../html.ts";
import { factList } from "../ranking/run-facts.ts";
import { say } from "../say.ts";

/** What is known of a model: who answers, with which settings, what it is and what it costs. */
export function modelFacts(model: Model): Html {
  const { provider, generation, parametersB, prices } = model;
  const facts: (readonly [Content, Content])[] = [[say("provider"), providerName(provider)]];
  if (provider.kind === "openai") {
    facts.push([say("temperature"), generation.temperature], [say("topP"), generation.topP]);
    facts.push([say("maxTokens"), generation.maxTokens], [say("reasoningEffort"), generation.reasoningEffort]);
  }
  if (model.openWeights !== null)
    facts.push([say("openWeightsFact"), say(model.openWeights ? "openOnly" : "closedOnly")]);
  if (parametersB.total !== null) facts.push([say("parametersFact"), size(parametersB.total, parametersB.active)]);
  facts.push([say("releasedFact"), model.released], [say("countryFact"), model.country]);
  if (model.tags.length > 0) facts.push([say("tagsFact"), model.tags.join(", ")]);
  if (prices.input !== null || prices.output !== null) {
    facts.push([say("pricesFact"), `${price(prices.input)} / ${price(prices.output)}`]);
  }
  return factList(facts.filter(([, value]) => value !== null));
}

function providerName(provider: Model["provider"]): Html {
  if (provider.kind === "openai") return say("providerOpenai", { api: provider.api });
  return say(provider.kind === "replay" ? "providerReplay" : "providerBaseline");
}

function price(usd: number | null): string {
  return usd === null ? "–" : `$${Number(usd.toPrecision(3))}`;
}

function size(total: number, active: number | null): Content {
  return active === null ? `${total}\u00a0B` : say("parametersActive", { total, active });
}

/** Big numbers in a row. */
export function tiles(entries: readonly (readonly [name: Content, value: Content])[]): Html {
  return html`<dl class="tiles">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
