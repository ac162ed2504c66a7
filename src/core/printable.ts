/** Control characters but newline and tab, line separators, and marks that turn the direction of the text. */
const unprintable = /[^\P{Cc}\n\t]|[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text of a model's or a program's that is fit for a terminal, a page and a line of JSON: U+FFFD stands for control characters
 * and lone surrogates, and lines end as ours do.
 */
export function printable(text: string): string {
  return text.replace(/\r\n/g, "\n").toWellFormed().replace(unprintable, "\ufffd");
}
