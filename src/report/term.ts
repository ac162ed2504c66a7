import { units } from "./dictionary/terms/units.ts";
import { type TermKey, terms } from "./dictionary/terms.ts";
import { type Content, type Html, html } from "./html.ts";
import { inBoth, say } from "./say.ts";

/** A term as a link to its entry in the page's glossary; the script shows the entry where the term is pointed at. */
export function term(key: TermKey, text?: Content): Html {
  return html`<a class="term" href="#term-${key}">${text ?? termName(key)}</a>`;
}

/** The name alone, in both languages. */
export function termName(key: TermKey): Html {
  const [en, zh] = terms[key].name;
  return inBoth((lang) => html`${lang === "en" ? en : zh}`);
}

/** The entries of the terms that a page links to, in the order of the dictionary; null where it links to none. */
export function glossary(body: string): Html | null {
  const used = new Set(Array.from(body.matchAll(/href="#term-(\w+)"/g), ([, key]) => key));
  const keys = (Object.keys(terms) as TermKey[]).filter((key) => used.has(key));
  if (keys.length === 0) return null;
  const entries = keys.map((key) => {
    const { definition, unit } = terms[key];
    return html`<div id="term-${key}"><dt>${termName(key)}</dt><dd>${inBoth((lang) => html`${definition[lang === "en" ? 0 : 1]} <span class="muted">${units[unit][lang === "en" ? 0 : 1]}</span>`)}</dd></div>`;
  });
  return html`<section class="glossary" aria-labelledby="glossary"><h2 id="glossary">${say("glossary")}</h2><dl>${entries}</dl></section>`;
}
