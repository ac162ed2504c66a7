const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Digits with thousands separators or without, decimals, an exponent; at the start of a text. */
const numberPattern =
  /^(?:(\d{1,3}(?:[, '_]\d{3})+(?:\.\d*)?|\d+(?:[.,]\d*)?|\.\d+))(?:e([+-]?\d{1,4})| ?[×x] ?10\^?([+-]?\d{1,4}))?/i;

/** What stands between two numbers of a range or of a list. */
const secondNumber = /^[\s)]*(?:-|~|to|or|and|,|\/|;|\||至|到|或|和|、|×|\*|\+|x)+[\s($]*[-+]?\.?\d/i;

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:million\b|mn\b|M\b)/, 1e6],
  [/^(?:billion\b|bn\b|B\b)/, 1e9],
  [/^(?:thousand\b|[kK]\b)/, 1e3],
  [/^亿/, 1e8],
  [/^万/, 1e4],
];

/** Percent, per mille and basis points as written after a number, as fractions of one. */
const shares: readonly (readonly [RegExp, number])[] = [
  [/^(?:%|percent\b|per cent\b|pct\b)/i, 1e-2],
  [/^‰/, 1e-3],
  [/^(?:bps?\b|basis points?\b|个?基点)/i, 1e-4],
];

/**
 * The number of an answer text in `unit` ("%", "fraction", "bps" or anything else). A percent sign is honoured: 12.5%
 * is 12.5 in %, 0.125 as a fraction, 1250 in bps. null if there is no number, or a range, a list or an expression.
 */
export function readQuantity(text: string, unit: string): number | null {
  const parts = normalize(text).split(/[=≈]/);
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = trimLead(parts[i] as string);
    if (/^[-+]?\.?\d/.test(part)) return readNumber(part, unit);
  }
  return null;
}

function normalize(text: string): string {
  return text
    .replace(/[−–—﹣]/g, "-")
    .replace(/\^\(([-+]?\d+)\)/g, "^$1")
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (s) => `^${[...s].map((c) => (c === "⁻" ? "-" : superscripts.indexOf(c))).join("")}`);
}

/** Takes away what may stand before the number: brackets, "about", a currency; 负 and "minus" become a sign. */
function trimLead(part: string): string {
  return part
    .replace(/^(?:[\s:(（[<【~]|is\b|about\b|approximately\b|approx\.?|roughly\b|circa\b|大约|约为|约|为|是)+/i, "")
    .replace(/^(?:minus|negative|负) ?/i, "-")
    .replace(/^([-+]?) ?(?:US\$|USD|CNY|RMB|EUR|\$|¥|€|£|人民币|美元) ?/i, "$1")
    .replace(/^([-+]) +/, "$1");
}

function readNumber(part: string, unit: string): number | null {
  const sign = part[0] === "-" ? -1 : 1;
  const body = part.replace(/^[-+]/, "");
  const match = numberPattern.exec(body);
  if (match === null) return null;
  const digits = readDigits(match[1] as string);
  if (digits === null) return null;
  const rest = body.slice(match[0].length);
  // A digit, a dot or an exponent sign right behind a number means that it was not understood whole: 1.2.3, 10^4.
  if (/^[\d.]*\d|^\^|^e/i.test(rest)) return null;
  const scaled = applyUnit(sign * digits * 10 ** Number(match[2] ?? match[3] ?? 0), rest.replace(/^[\s)]+/, ""), unit);
  return scaled !== null && Number.isFinite(scaled) ? scaled : null;
}

/** Plain digits; 1,234.5 and 1 234.5 are thousands, 0,125 and 12,5 decimals. null for anything else. */
function readDigits(text: string): number | null {
  if (/^[1-9]\d{0,2}(?:([, '_])\d{3})(?:\1\d{3})*(?:\.\d*)?$/.test(text)) return Number(text.replace(/[, '_]/g, ""));
  if (/^\d+,\d+$/.test(text)) return Number(text.replace(",", "."));
  return /^(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

function applyUnit(value: number, rest: string, unit: string): number | null {
  const scale = scales.find(([pattern]) => pattern.test(rest));
  const afterScale = scale === undefined ? rest : rest.replace(scale[0], "").trimStart();
  const share = shares.find(([pattern]) => pattern.test(afterScale));
  const afterShare = share === undefined ? afterScale : afterScale.replace(share[0], "");
  const tail = afterShare.replace(/^\s*[a-z$€¥一-龥]{1,14}/i, (word) =>
    /^\s*(?:to|or|and|x)$|[至到或和]/i.test(word) ? word : "",
  );
  if (secondNumber.test(tail)) return null;
  const scaled = value * (scale?.[1] ?? 1);
  return share === undefined ? scaled : (scaled * share[1]) / unitShare(unit, share[1]);
}

/** The unit as a fraction of one; a unit that is no share takes the number as written. */
function unitShare(unit: string, written: number): number {
  if (unit === "%") return 1e-2;
  if (unit === "bps") return 1e-4;
  return unit === "fraction" || unit === "pure number" ? 1 : written;
}
