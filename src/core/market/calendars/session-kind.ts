/**
 * When a class of market is open: `always` (crypto), `week` (currencies, metals, rates: Sunday evening to Friday evening in New
 * York), `exchange` (weekday sessions of a stock exchange); `unknown` for a class of another name, of which nothing is expected.
 */
export type SessionKind = "always" | "week" | "exchange" | "unknown";

const kinds: readonly (readonly [SessionKind, RegExp])[] = [
  ["always", /^crypto/],
  ["week", /^(fx|forex|commodity|metal|rates)/],
  ["exchange", /^(equity|stock|etf|fund|index|volatility)/],
];

/** The session kind of a class of market, by the beginning of its name. */
export function sessionKind(marketClass: string): SessionKind {
  return kinds.find(([, pattern]) => pattern.test(marketClass))?.[0] ?? "unknown";
}

/** True for classes whose instruments are shares, which split and pay bonuses; indices and currencies do not. */
export function sharesSplit(marketClass: string): boolean {
  return /^(equity|stock|etf|fund)/.test(marketClass) && !marketClass.includes("index");
}
