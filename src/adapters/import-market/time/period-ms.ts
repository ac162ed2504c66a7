import { dateMs } from "./date-ms.ts";
import { monthOf } from "./month-names.ts";

/** 2020-01, 2020/1, 2020M01, 2020年1月, 2020년 1월. */
const yearMonth = /^(\d{4})(?:\s?[-/M]\s?|년 ?|年)(\d{1,2})[月월]?$/i;
/** 01/2020, 1-2020. */
const monthYear = /^(\d{1,2})[-/](\d{4})$/;
/** Jan-2020, January 2020, janv. 2020, Jan-20, Jan '20: two digits behind a blank alone may be a day. */
const wordYear = /^(\p{L}{3,})\.?(?:[\s,/-]*(\d{4})|[-/](\d\d)|\s?['’](\d\d))$/u;
/** 2020-Jan, 2020 January. */
const yearWord = /^(\d{4})[\s/-]*(\p{L}{3,})\.?$/u;
/** 2020Q1, 2020-Q1, 2020 Q1, Q1 2020, Q1/2020, 1Q2020. */
const quarter = /^(?:(\d{4})[\s-]?Q([1-4])|Q([1-4])[\s/-]?(\d{4})|([1-4])Q[\s-]?(\d{4}))$/i;

/**
 * First day of a month or quarter that stands there without a day, ms as if in Greenwich; NaN for any other text.
 * `fullYear` makes four digits of two.
 */
export function periodMs(text: string, fullYear: (year: number, digits: number) => number): number {
  const { length } = text;
  if (length < 6 || length > 16) return Number.NaN;
  const digits = yearMonth.exec(text);
  if (digits !== null) return dateMs(Number(digits[1]), Number(digits[2]), 1);
  const turned = monthYear.exec(text);
  if (turned !== null) return dateMs(Number(turned[2]), Number(turned[1]), 1);
  const worded = wordYear.exec(text);
  if (worded !== null) {
    const [, word = "", long, short = worded[4]] = worded;
    const month = monthOf(word);
    if (month > 0) return dateMs(fullYear(Number(long ?? short), (long ?? short ?? "").length), month, 1);
  }
  const last = yearWord.exec(text);
  if (last !== null) return dateMs(Number(last[1]), monthOf(last[2] ?? ""), 1);
  const [, year1, q1, q2, year2, q3, year3] = quarter.exec(text) ?? [];
  return dateMs(Number(year1 ?? year2 ?? year3), 3 * Number(q1 ?? q2 ?? q3) - 2, 1);
}

/** The notation of a month or quarter without a day: `MMM-YYYY`, `YYYYQn`; null for any other text. */
export function describePeriod(text: string): string | null {
  if (Number.isNaN(periodMs(text, (year, digits) => (digits > 2 ? year : 2000 + year)))) return null;
  if (/Q/i.test(text)) return text.replace(/\d{4}/, "YYYY").replace(/(?<=Q)\d|\d(?=Q)/i, "n");
  const word = /\p{L}{3,}/u.test(text);
  return text
    .replace(/\p{L}{3,}/u, "MMM")
    .replace(/\d{4}/, "YYYY")
    .replace(/\d+/, word ? "YY" : "MM");
}
