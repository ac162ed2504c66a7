/**
 * Daily price limits of shares by zone, as fractions of the close before, narrowest first: a market keeps one of them. Shanghai and
 * Shenzhen: 5 % (special treatment), 10 %, 20 % (STAR, ChiNext); Taipei 7 % until May 2015, then 10 %; Seoul 15 % until June 2015,
 * then 30 %; Ho Chi Minh City 7 %. Source: the trading rules of SSE, TWSE, KRX and HOSE.
 */
export const priceLimits: Readonly<Record<string, readonly number[]>> = {
  "Asia/Shanghai": [0.05, 0.1, 0.2],
  "Asia/Taipei": [0.07, 0.1],
  "Asia/Seoul": [0.15, 0.3],
  "Asia/Ho_Chi_Minh": [0.07],
};
