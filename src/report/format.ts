/** How numbers stand in a page: a true minus, an en dash for what does not exist. */
const none = "–";

/** `formatNumber(-1.234, 2)` is "−1.23"; null is "–". */
export function formatNumber(value: number | null, decimals: number): string {
  return value === null ? none : minus(value.toFixed(decimals));
}

/** With its sign: "+0.31", "−0.50", "0.00"; null is "–". */
export function formatSigned(value: number | null, decimals: number): string {
  const text = formatNumber(value, decimals);
  return value !== null && value > 0 && Number(value.toFixed(decimals)) > 0 ? `+${text}` : text;
}

/** A fraction as percent: 0.1234 is "12.3 %"; null is "–". */
export function formatPercent(fraction: number | null, decimals = 1): string {
  if (fraction === null) return none;
  return `${withThousands(minus((100 * fraction).toFixed(decimals)))}\u00a0%`;
}

/** A count with thin spaces between thousands: 12345 is "12 345"; null is "–". */
export function formatCount(count: number | null): string {
  return count === null ? none : withThousands(minus(String(Math.round(count))));
}

/** A large count in short: 940, "63k", "1.2M"; null is "–". */
export function formatShortCount(count: number | null): string {
  if (count === null) return none;
  if (count < 1000) return String(Math.round(count));
  if (count < 999_500) return `${Number((count / 1000).toPrecision(3))}k`;
  return `${Number((count / 1e6).toPrecision(3))}M`;
}

/** Milliseconds in the unit that suits them: "0.31 ms", "45 ms", "1.20 s", "2.5 min"; null is "–". */
export function formatDuration(ms: number | null): string {
  if (ms === null) return none;
  if (ms === 0) return "0\u00a0ms";
  if (ms >= 120_000) return `${(ms / 60_000).toFixed(1)}\u00a0min`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)}\u00a0s`;
  return `${ms >= 10 ? Math.round(ms) : ms.toFixed(2)}\u00a0ms`;
}

/** US dollars: "$0", "$0.0031", "$1.25"; null is "–". */
export function formatDollars(usd: number | null): string {
  if (usd === null) return none;
  if (usd === 0) return "$0";
  return `$${usd >= 0.1 ? usd.toFixed(2) : usd.toPrecision(2)}`;
}

/** A p-value: "0.031", "< 0.001"; null is "–". */
export function formatP(p: number | null): string {
  if (p === null) return none;
  return p < 0.001 ? "<\u00a00.001" : p.toFixed(3);
}

/** The same with its name: "p = 0.031", "p < 0.001"; null is "p –". */
export function formatNamedP(p: number | null): string {
  if (p === null) return "p\u00a0–";
  return p < 0.001 ? "p\u00a0<\u00a00.001" : `p\u00a0=\u00a0${p.toFixed(3)}`;
}

/** "1 path", "8 paths". */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** The first `length` characters, and how many were left out. */
export function cutText(text: string, length: number): { readonly text: string; readonly left: number } {
  if (text.length <= length) return { text, left: 0 };
  return { text: text.slice(0, length), left: text.length - length };
}

/** No number is "−0.00". */
function minus(text: string): string {
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

function withThousands(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u2009");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
