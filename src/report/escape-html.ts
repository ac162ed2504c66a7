const special: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters but tab and line break; and the non-characters of the first plane. */
const controls = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/**
 * Marks that cannot be seen and make a text read otherwise than it is: directions, invisible spaces and joiners, tag
 * characters, other separators of lines.
 */
const hidden = /[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Text as HTML text, for elements and quoted attributes. Control characters and lone surrogates become U+FFFD; marks
 * that hide or turn text are shown by their number: `⟨U+202E⟩`.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, "\ufffd")
    .replace(hidden, (mark) => `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`)
    .replace(/[&<>"']/g, (character) => special[character] ?? "");
}
