import { type Name, names } from "./dictionary/names.ts";
import type { PageLang } from "./dictionary.ts";
import { type Html, html } from "./html.ts";
import { inBoth } from "./say.ts";

/** What can be named: a track, a stage, a kind of failure … */
export type Named = keyof typeof names;

/** A stored word as pages name it, in both languages: `named("stage", "look-ahead")`. A word that has no name stands for itself. */
export function named(kind: Named, word: string): Html {
  return inBoth((lang) => html`${nameText(lang, kind, word)}`);
}

/** The same as text of a picture. */
export function namedInPlot(kind: Named, word: string): Html {
  const [en, zh] = [nameText("en", kind, word), nameText("zh", kind, word)];
  return en === zh ? html`${en}` : html`<tspan class="en">${en}</tspan><tspan class="zh">${zh}</tspan>`;
}

/** The same as plain text of one language. */
export function nameText(lang: PageLang, kind: Named, word: string): string {
  const all: Readonly<Record<string, Name>> = names[kind];
  const found = Object.hasOwn(all, word) ? all[word] : undefined;
  return found?.[lang === "en" ? 0 : 1] ?? word;
}
