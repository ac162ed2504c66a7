import { dictionary, type PageLang, type Phrase, pageLangs, type Values } from "./dictionary.ts";
import { type Content, type Html, html } from "./html.ts";

/**
 * A phrase of the dictionary in both languages: the page's switch shows one of them. `say("footer", { version })`.
 * Where markup is not allowed (an attribute, a title) use `sayText`.
 */
export function say<Key extends Phrase>(key: Key, ...values: Values<Key, Content>): Html {
  return inBoth((lang) => fill(dictionary[key][pageLangs.indexOf(lang)] ?? "", values[0] ?? {}));
}

/** The same for what is no phrase: a piece made anew for each language. Equal pieces stand once. */
export function inBoth(piece: (lang: PageLang) => Html): Html {
  const [en, zh] = [piece("en"), piece("zh")];
  if (en.text === zh.text) return en;
  return html`<span class="en" lang="en">${en}</span><span class="zh" lang="zh">${zh}</span>`;
}

/** A phrase as plain text of one language. */
export function sayText<Key extends Phrase>(lang: PageLang, key: Key, ...values: Values<Key, string | number>): string {
  const given: Readonly<Record<string, string | number>> = values[0] ?? {};
  const text: string = dictionary[key][pageLangs.indexOf(lang)] ?? "";
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ""));
}

/** A phrase as plain text of both languages, for attributes that the switch cannot reach: "English / 中文". */
export function sayBoth<Key extends Phrase>(key: Key, ...values: Values<Key, string | number>): string {
  return pageLangs.map((lang) => sayText(lang, key, ...values)).join(" / ");
}

function fill(text: string, values: Readonly<Record<string, Content>>): Html {
  const parts = text.split(/\{(\w+)\}/).map((part, i): Content => (i % 2 === 0 ? part : (values[part] ?? null)));
  return html`${parts}`;
}
