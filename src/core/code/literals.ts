import type { Literal } from "../diagnostic.ts";

/** Most literals reported of one program. */
const maxLiterals = 50;
/** Longest part of a program that is looked at, UTF-16 units; longer programs do not compile. */
const maxLength = 262_144;
/** Words in the name of something that holds an absolute price. */
const priceName = /(?:^|[^a-z])(?:open|high|low|close|price|px|support|resistance|strike|level)s?(?:[^a-z]|$)/i;

/**
 * Literals by which a program might name a moment or a market: dates and years, epoch timestamps, absolute prices. It sees no
 * comments; strings are searched for dates. Evidence for a reader, not a verdict; at most 50, in order. Linear time.
 */
export function scanLiterals(code: string): readonly Literal[] {
  const found: Literal[] = [];
  let line = 1;
  let counted = 0;
  for (const match of code.slice(0, maxLength).matchAll(token)) {
    if (found.length >= maxLiterals) break;
    const text = match[0];
    const kind = match[1] !== undefined ? numberKind(text, code, match.index) : textKind(text);
    if (kind === null) continue;
    for (; counted < match.index; counted++) if (code.charCodeAt(counted) === 10) line++;
    found.push({ kind, text: text.slice(0, 80), line });
  }
  return found;
}

/** Comments and strings whole, so that what stands inside is not taken for code; then numbers (group 1). */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|`(?:[^`\\]|\\[\s\S])*`?|(?<![\w$.])(\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?n?)/gi;

/** A quoted date such as `2020-03-16`, `2020/3/16`, `16 Mar 2020`, or a quoted year. */
function textKind(text: string): "date" | "year" | null {
  if (text.startsWith("/")) return null;
  if (/(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)/.test(text)) return "date";
  if (/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?(?:19|20)\d\d\b/i.test(text))
    return "date";
  return /^.(?:19|20)\d\d.$/.test(text) ? "year" : null;
}

function numberKind(text: string, code: string, index: number): Literal["kind"] | null {
  if (/[en]/i.test(text)) return null;
  const value = Number(text.replaceAll("_", ""));
  const whole = !text.includes(".");
  if (whole && isTimestamp(value)) return "timestamp";
  if (whole && text.length === 4 && value >= 1970 && value <= 2040) return "year";
  return value >= 5 && isPrice(code, index, index + text.length) ? "price-level" : null;
}

/** Seconds or milliseconds from 1980 to 2050, but not a round power such as 1,000,000,000. */
function isTimestamp(value: number): boolean {
  const seconds = value > 1e11 ? value / 1000 : value;
  return seconds >= 315_532_800 && seconds < 2_524_608_000 && value % 1e8 !== 0;
}

/** Compared with a price on the same line (`close[t] < 4200`), or assigned to a name that says so (`support = 4200`). */
function isPrice(code: string, start: number, end: number): boolean {
  const before = /((?:[\w$. ]|\[[^[\]\n]{0,30}\]){1,60}?) *(?:[<>]=?|[!=]==?|=) *$/.exec(
    code.slice(Math.max(0, start - 70), start),
  );
  if (before !== null && priceName.test(apart(before[1] ?? ""))) return true;
  const after = /^ *(?:[<>]=?|[!=]==?) *((?:[\w$. ]|\[[^[\]\n]{0,30}\]){1,60})/.exec(code.slice(end, end + 70));
  return after !== null && priceName.test(apart(after[1] ?? ""));
}

/** `maxPrice` as `max Price`, so that its words can be told; `close.length` is no price. */
function apart(name: string): string {
  return name
    .replace(/\.length/g, "#length")
    .replace(/\w+#length/g, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2");
}
