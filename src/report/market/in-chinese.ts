import { marketAdvice } from "../dictionary/market-advice.ts";
import { marketSentences } from "../dictionary/market-findings.ts";
import { type Html, html } from "../html.ts";
import { inBoth } from "../say.ts";

interface Pattern {
  readonly test: RegExp;
  readonly names: readonly string[];
  readonly zh: string;
}

/** "{n} bars copied" as `^(.+?) bars? copied$`: one bar is no plural. */
function patternOf([en, zh]: readonly [string, string]): Pattern {
  const names: string[] = [];
  const parts = en.split(/\{(\w+)\}/).map((part, i) => {
    if (i % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/^( (?:\w+ )?\w+)s\b/, "$1s?");
    names.push(part);
    return "(.+?)";
  });
  return { test: new RegExp(`^${parts.join("")}$`), names, zh };
}

const patterns: readonly Pattern[] = [...marketSentences, ...marketAdvice].map(patternOf);

/** Units behind numbers, and lengths in words, as values of sentences hold them. */
const units: readonly (readonly [RegExp, string])[] = [
  [/\btwo to seven days\b/g, "两至七天"],
  [/([\d.,]+) years?\b/g, "$1 年"],
  [/([\d.,]+) days?\b/g, "$1 天"],
  [/([\d.,]+) hours?\b/g, "$1 小时"],
  [/([\d.,]+) minutes?\b/g, "$1 分钟"],
  [/([\d.,]+) seconds?\b/g, "$1 秒"],
];

/** A sentence of the lint, of power or of repair in Chinese; null for one that the dictionary has not. */
export function inChinese(sentence: string): string | null {
  for (const { test, names, zh } of patterns) {
    const found = test.exec(sentence);
    if (found === null) continue;
    const values = new Map(names.map((name, i) => [name, valueIn(found[i + 1] ?? "")]));
    return zh.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "");
  }
  return null;
}

function valueIn(text: string): string {
  return inChinese(text) ?? units.reduce((value, [unit, zh]) => value.replace(unit, zh), text);
}

/** Such a sentence in both languages; in English alone where there is no Chinese for it. */
export function sentence(text: string): Html {
  const zh = inChinese(text);
  return zh === null ? html`${text}` : inBoth((lang) => html`${lang === "en" ? text : zh}`);
}
