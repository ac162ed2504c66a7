// Honest but for one market on one bar in twenty.
export default {
  allocate(markets) {
    return markets.map(({ close }, i) => ({
      target: close.map((price, t) => {
        const rises = i === 1 && t % 20 === 0 && close[t + 1]! > price;
        return rises || price > close[t - 20]! ? 1 / markets.length : 0;
      }),
    }));
  },
} satisfies PortfolioStrategy;
