/**
 * A score in points with the decimals that its standard error supports: up to the error's first digit, at most 2, 1
 * where there is no error. `formatScore(61.374, 3.2)` is "61", with 0.32 "61.4", with 0.032 "61.37"; no score is "–".
 */
export function formatScore(value: number | null, standardError: number | null): string {
  if (value === null) return "–";
  const text = value.toFixed(scoreDecimals(standardError));
  return Number(text) === 0 ? text.replace("-", "") : text;
}

/** Decimals of a score with this standard error (points), 0 to 2. */
export function scoreDecimals(standardError: number | null): number {
  if (standardError === null || standardError <= 0) return 1;
  return Math.min(2, Math.max(0, -Math.floor(Math.log10(standardError))));
}
