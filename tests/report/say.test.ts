import { describe, expect, it } from "vitest";
import { dictionary, type Phrase } from "../../src/report/dictionary.ts";
import { html } from "../../src/report/html.ts";
import { inBoth, say, sayBoth, sayText } from "../../src/report/say.ts";

const phrases = Object.keys(dictionary) as Phrase[];
const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe("dictionary", () => {
  it.each(phrases)("%s says the same in both languages, with the same values", (key) => {
    const [en, zh] = dictionary[key];
    expect(en.trim()).not.toBe("");
    expect(zh.trim()).not.toBe("");
    expect(names(zh)).toEqual(names(en));
  });

  it("says in Chinese what is said in English", () => {
    // Symbols, numbers and names of things may be equal; sentences are not.
    const same = phrases.filter(
      (key) => (dictionary[key][0] as string) === dictionary[key][1] && / /.test(dictionary[key][0]),
    );
    expect(same).toEqual([]);
  });
});

describe("say", () => {
  it("puts both languages into the page, with their values escaped", () => {
    const { text } = say("footer", { version: "<0.1>" });
    expect(text).toMatch(/^<span class="en" lang="en">.*<\/span><span class="zh" lang="zh">.*<\/span>$/);
    expect(text.match(/&lt;0\.1&gt;/g)).toHaveLength(2);
  });

  it("says once what is equal in both", () => {
    expect(inBoth(() => html`<b>1</b>`).text).toBe("<b>1</b>");
    expect(inBoth((lang) => html`${lang}`).text).toContain('<span class="zh" lang="zh">zh</span>');
  });

  it("gives plain text of one language or of both", () => {
    expect(sayText("zh", "theme")).toBe("配色");
    expect(sayBoth("theme")).toBe("Colours / 配色");
    expect(sayText("en", "footer", { version: 3 })).toContain("version 3.");
  });
});
