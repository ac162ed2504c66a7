/** Prices looked at. */
const sample = 2000;

/**
 * The smallest power of ten of which at least 95 % of up to 2,000 prices, spread over the file, are multiples: the precision the file is
 * written in; 10⁻⁸ at the least. A tick of 0.05 or 1/16 shows as 0.01 or 0.0001.
 */
export function inferTick(prices: Float64Array): number {
  const stride = Math.max(1, Math.floor(prices.length / sample));
  for (let decimals = 0; decimals < 8; decimals++) {
    const scale = 10 ** decimals;
    let whole = 0;
    let seen = 0;
    for (let t = 0; t < prices.length; t += stride) {
      const scaled = (prices[t] as number) * scale;
      if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * scaled + 1e-9) whole += 1;
      seen += 1;
    }
    if (whole >= 0.95 * seen) return 10 ** -decimals;
  }
  return 1e-8;
}
