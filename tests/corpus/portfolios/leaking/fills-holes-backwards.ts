// Where a market has no bar it puts the price of the next one.
export default {
  allocate(markets) {
    return markets.map(({ close, volume, length }) => {
      const filled = close.slice();
      for (let t = length - 2; t >= 0; t--) if (!(volume[t]! > 0)) filled[t] = filled[t + 1]!;
      return { target: filled.map((price, t) => (price > filled[t - 1]! ? 1 / markets.length : 0)) };
    });
  },
} satisfies PortfolioStrategy;
