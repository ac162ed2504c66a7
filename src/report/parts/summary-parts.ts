import type { Behaviour } from "../attempt/behaviour.ts";
import { behaviourWords } from "../attempt/behaviour-words.ts";
import type { TrustItem } from "../attempt/trust.ts";
import { type Html, html } from "../html.ts";
import { inBoth, say } from "../say.ts";
import { term } from "../term.ts";

/** What a program does, in words. */
export function doesSection(behaviour: Behaviour): Html {
  const words = inBoth((lang) => html`${behaviourWords(lang, behaviour).join(lang === "zh" ? "" : " ")}`);
  return html`<section class="does"><h2>${say("doesHead")}</h2><p>${words}</p></section>`;
}

const signs = { good: "✓", doubt: "?", bad: "✕", none: "–" } as const;

/** What speaks for a result and against it, a line each; null without any. */
export function trustSection(items: readonly TrustItem[]): Html | null {
  if (items.length === 0) return null;
  const rows = items.map(
    ({ term: key, mark, words }) =>
      html`<li class="${mark}"><b class="sign" aria-hidden="true">${signs[mark]}</b><span>${term(key)} <span class="unseen">(${say(`mark:${mark}`)})</span> ${inBoth((lang) => html`${words(lang)}`)}</span></li>`,
  );
  return html`<section class="trusts"><h2>${say("trustHead")}</h2><ul class="trust">${rows}</ul></section>`;
}
