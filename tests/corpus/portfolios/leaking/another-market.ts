// Trades the third market by the next close of the first.
export default {
  allocate(markets) {
    const lead = markets[0]!.close;
    return markets.map(({ close }, i) => ({
      target: close.map((_, t) => (i === 2 && lead[t + 1]! > lead[t]! ? 1 : 0)),
    }));
  },
} satisfies PortfolioStrategy;
