import { parseDecimal } from "../../../core/market/parse-decimal.ts";

/** How the numbers of a file are written. */
export interface NumberStyle {
  readonly decimal: "." | ",";
  /** Thousands separator where one was seen; null = none. */
  readonly group: string | null;
}

/** What `parseNumber` gives for a cell that holds neither a number nor a word for "missing". Not NaN: NaN is "missing". */
export const unreadable: number = Number.POSITIVE_INFINITY;

const missingWords: ReadonlySet<string> = new Set(
  "- -- --- – — . .. ... ? * x / \\n nan null none nil na n/a n.a. n.a #n/a #na n/d nd brak #value! #n/a n/a undefined missing unch"
    .split(" ")
    .concat("#n/a n/a", "#n/a invalid security", "#n/a field not applicable", "#n/a requesting data..."),
);

/** Powers of ten of the words and letters that stand behind shortened numbers. */
const suffixes: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  千: 3,
  천: 3,
  тыс: 3,
  万: 4,
  萬: 4,
  만: 4,
  l: 5,
  lakh: 5,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  mln: 6,
  млн: 6,
  mil: 6,
  cr: 7,
  crore: 7,
  亿: 8,
  億: 8,
  억: 8,
  b: 9,
  bn: 9,
  g: 9,
  mrd: 9,
  mld: 9,
  млрд: 9,
  t: 12,
  tn: 12,
  兆: 12,
  조: 12,
};

/**
 * The number of a cell: NaN where it is empty or holds a word for "missing", `unreadable` where it holds something else.
 * Currency signs, percent signs, thousands separators, brackets for negative numbers and suffixes (`1.2M`, `3万`) are
 * understood; `1.2M` is 1200000 to the last bit. "1,5" in a file of decimal points is unreadable, not 15.
 */
export function parseNumber(text: string, style: NumberStyle): number {
  if (style.decimal === ".") {
    const plain = parseDecimal(text);
    if (!Number.isNaN(plain)) return plain;
  }
  const grouped = parseGrouped(text, style.decimal === "." ? point : comma);
  return Number.isNaN(grouped) ? parseDressed(text.trim(), style) : grouped;
}

const point = 46;
const comma = 44;
/** 10^0 … 10^15. */
const powers = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * Digits with a decimal sign and groups of three set apart by the other one, such as 1.234,5: the usual case of what is no plain
 * number, without regular expressions, which take ten times as long. NaN for all else. Up to 15 digits are exact, and the
 * quotient is then rounded once.
 */
function parseGrouped(text: string, decimal: number): number {
  const { length } = text;
  const negative = text.charCodeAt(0) === 45;
  let mantissa = 0;
  let digits = 0;
  let run = 0;
  let decimals = -1;
  let grouped = false;
  for (let i = negative ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits += 1;
      run += 1;
      if (decimals >= 0) decimals += 1;
      continue;
    }
    if ((code !== point && code !== comma) || decimals >= 0 || (grouped ? run !== 3 : run < 1)) return Number.NaN;
    if (code === decimal) decimals = 0;
    else if (run > 3) return Number.NaN;
    else grouped = true;
    run = 0;
  }
  if (digits === 0 || digits > 15 || (grouped && decimals < 0 && run !== 3)) return Number.NaN;
  const value = mantissa / (powers[Math.max(0, decimals)] as number);
  return negative ? -value : value;
}

const longestNumber = 64;

function parseDressed(text: string, style: NumberStyle): number {
  if (text === "" || missingWords.has(text.toLowerCase())) return Number.NaN;
  if (text.length > longestNumber) return unreadable;
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  const bare = halfWidth(bracketed ?? text).replace(
    /^([+-]?)\s*(?:[A-Z]{3}|[$€£¥₹₩₽₺฿]|R\$|zł|kr)\s*(?=[\d.,+-])/u,
    "$1",
  );
  const match = /^([+-]?[\d.,'’\s\u00a0\u202f_]*\d[.,]?)(e[+-]?\d+)?\s*([\p{L}$€£¥₹%.]*)$/iu.exec(bare);
  if (match === null) return unreadable;
  const [, digits = "", exponent = "", suffix = ""] = match;
  const power = powerOf(suffix, exponent);
  const plain = plainDigits(digits, style, power !== 0);
  if (power === undefined || plain === undefined) return unreadable;
  const value = Number(`${plain}e${power}`);
  return bracketed === undefined ? value : -value;
}

/** The power of ten that exponent and suffix make; undefined for an unknown suffix. */
function powerOf(suffix: string, exponent: string): number | undefined {
  const base = exponent === "" ? 0 : Number(exponent.slice(1));
  const word = suffix.toLowerCase().replaceAll(".", "");
  if (word === "" || /^([$€£¥₹%]|[a-z]{3}|円|元|원|zl|kr|шт|股|手|株|주)$/u.test(word)) {
    return suffixes[word] === undefined ? base : base + suffixes[word];
  }
  const power = suffixes[word] ?? suffixes[word.replace(/[$€£¥₹円元원股手株주]$/u, "")];
  return power === undefined ? undefined : base + power;
}

/** Digits with a decimal point and without separators; undefined where the separators do not fit the style. */
function plainDigits(text: string, style: NumberStyle, shortened: boolean): string | undefined {
  if (/[\s\u00a0\u202f'’_]/.test(text) && !spacedGroups.test(text)) return undefined;
  const digits = text.replace(/[\s\u00a0\u202f'’_]/g, "");
  const { decimal } = style;
  const separator = decimal === "." ? "," : ".";
  const [whole = "", ...fractions] = digits.split(decimal);
  if (fractions.length > 1) return undefined;
  const groups = whole.replace(/^[+-]/, "").split(separator);
  const fits = groups.length === 1 || areGroups(groups);
  if (fits && !(fractions[0] ?? "").includes(separator)) {
    return `${whole.replaceAll(separator, "")}.${fractions[0] ?? ""}0`;
  }
  // `1,2M` in a file of decimal points: a shortened number has no thousands to set apart.
  return shortened && groups.length === 2 && fractions.length === 0 ? `${whole.replace(separator, ".")}0` : undefined;
}

const spacedGroups = /^[+-]?\d{1,3}(?:[\s\u00a0\u202f'’_]\d{3})+(?:[.,]\d*)?$/;

/** Groups of three digits, or, but for the last, of two as in Indian numbers (12,34,567). */
const areGroups = (groups: readonly string[]): boolean =>
  /^\d{1,3}$/.test(groups[0] ?? "") &&
  /^\d{3}$/.test(groups.at(-1) ?? "") &&
  groups.slice(1, -1).every((group) => /^\d{2,3}$/.test(group));

/** Full-width digits and signs of Chinese and Japanese texts as plain ones, and true minus signs as hyphens. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９．，－＋]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("−", "-");
}
