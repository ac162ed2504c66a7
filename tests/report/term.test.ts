import { describe, expect, it } from "vitest";
import { units } from "../../src/report/dictionary/terms/units.ts";
import { type TermKey, terms } from "../../src/report/dictionary/terms.ts";
import { html } from "../../src/report/html.ts";
import { page } from "../../src/report/page.ts";
import { glossary, term } from "../../src/report/term.ts";

const keys = Object.keys(terms) as TermKey[];

describe("terms", () => {
  it.each(keys)("%s has name, definition and unit in English and Chinese", (key) => {
    const { name, definition, unit } = terms[key];
    for (const texts of [name, definition, units[unit]]) {
      expect(texts).toHaveLength(2);
      for (const text of texts) expect(text.trim()).not.toBe("");
    }
    const [en, zh] = definition;
    expect(en.endsWith(".") || en.includes("max(")).toBe(true);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });
});

describe("glossary", () => {
  it("holds the terms that the page links to, and no others", () => {
    const text = page({
      title: "t",
      body: html`<p>${term("sharpe")} and ${term("beta", "slope")}</p>`,
      benchmark: "0",
    });
    expect(text.match(/id="term-\w+"/g)).toEqual(['id="term-sharpe"', 'id="term-beta"']);
    expect(text).toContain('<a class="term" href="#term-beta">slope</a>');
  });

  it("is not there where nothing links to it", () => {
    expect(glossary("<p>plain</p>")).toBeNull();
  });
});
