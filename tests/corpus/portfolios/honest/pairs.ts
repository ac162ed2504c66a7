// Bets on the return of the ratio of the first two markets to its mean.
export default {
  allocate(markets, ta) {
    const [a, b] = [markets[0]!, markets[1]!];
    const score = ta.zscore(a.close.map((price, t) => Math.log(price / b.close[t]!)), 30);
    const size = [-0.5, 0.5];
    return markets.map(({ close }, i) => ({
      target: close.map((_, t) => {
        const side = score[t]! > 2 ? 1 : score[t]! < -2 ? -1 : Math.abs(score[t]!) < 0.5 ? 0 : Number.NaN;
        return i > 1 ? 0 : side * size[i]!;
      }),
    }));
  },
} satisfies PortfolioStrategy;
