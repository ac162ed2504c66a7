// Compares with the mean over the whole history.
export default {
  allocate(markets) {
    return markets.map(({ close }) => {
      const known = close.filter((price) => price > 0);
      const mean = known.reduce((sum, price) => sum + price, 0) / known.length;
      return { target: close.map((price) => (price < mean ? 1 / markets.length : 0)) };
    });
  },
} satisfies PortfolioStrategy;
