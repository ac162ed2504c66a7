import type { Lang } from "../task.ts";
import { toHalfWidth } from "./find-answer.ts";

/**
 * The index of the option that an answer text names; null if it names none, or several. `options` are those shown:
 * an answer that repeats an option's text word for word counts too.
 */
export function readChoice(text: string, options: Readonly<Record<Lang, readonly string[]>>): number | null {
  const bare = text.replace(/^(?:is|option|choice|letter|选项|选择|选|应为|为|是|[:\s(（[<【])+/i, "");
  return sameText(text, options.en) ?? sameText(text, options.zh) ?? readLetter(bare, options.en.length);
}

function readLetter(text: string, count: number): number | null {
  const letter = text[0] ?? "";
  const index = letter.toUpperCase().charCodeAt(0) - 65;
  if (!(index >= 0 && index < count)) return null;
  const rest = text.slice(1);
  if (/^[\s).\]>】,、;:。]*$/.test(rest)) return index;
  if (letter !== letter.toUpperCase()) return null;
  if (/^[a-z0-9_]/i.test(rest) || isHedge(rest)) return null;
  // "A strategy that …" opens with an article, not with an option.
  if (letter === "A" && /^ +[a-z]/.test(rest) && !/^ +(?:because|since|as)\b/.test(rest)) return null;
  return index;
}

/** True if a second option follows: "A or C", "A/C", "A, B", "A和C". */
function isHedge(rest: string): boolean {
  return /^[\s).\]】]*(?:or|and|but|,|、|\/|\||&|\+|或者|或|和|与|及|-|–|~|to)+[\s([【]*(?:option )?[A-H](?![a-z])/i.test(
    rest,
  );
}

function sameText(text: string, options: readonly string[]): number | null {
  const plain = (value: string): string =>
    toHalfWidth(value)
      .replace(/[\s,.。;:'"“”‘’]+/g, "")
      .toLowerCase();
  const wanted = plain(text);
  const found = options.findIndex((option) => plain(option) === wanted);
  return found < 0 || wanted === "" ? null : found;
}
