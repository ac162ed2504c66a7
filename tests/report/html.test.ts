import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml } from "../../src/report/escape-html.ts";
import { html } from "../../src/report/html.ts";
import { hostileText } from "./records.ts";

const awkward = fc.constantFrom("<", ">", "&", '"', "'", "\u202e", "\u0000", "\ud800", "a", "漢", "&lt;");

describe("escapeHtml", () => {
  it.each([
    ["<script>", "&lt;script&gt;"],
    [`a & "b" 'c'`, "a &amp; &quot;b&quot; &#39;c&#39;"],
    ["line\n\tbreak", "line\n\tbreak"],
    ["nul\u0000 escape\u001b del\u007f", "nul\ufffd escape\ufffd del\ufffd"],
    ["turned \u202E back", "turned ⟨U+202E⟩ back"],
    ["hidden\u200b\ufeff", "hidden⟨U+200B⟩⟨U+FEFF⟩"],
    ["tag \u{e0041}", "tag ⟨U+E0041⟩"],
    ["lone \ud800", "lone \ufffd"],
    ["趋势 😀 −0.5", "趋势 😀 −0.5"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });

  it("no text leaves a character that could end text or attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: awkward }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'\u202e]|\p{Cs}/u);
      }),
    );
  });
});

describe("html", () => {
  it("escapes what is put in, but not Html", () => {
    expect(html`<p title="${'"'}">${"<b>"}${html`<i>${"&"}</i>`}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>',
    );
  });

  it("null and false leave nothing, 0 and lists stand", () => {
    expect(html`${null}${false}${0}${["a", html`<br>`, ["b"]]}`.text).toBe("0a<br>b");
  });

  it("a hostile reply leaves no tag", () => {
    expect(html`<pre>${hostileText}</pre>`.text.match(/<[^>]*>/g)).toEqual(["<pre>", "</pre>"]);
  });
});
