// Knows where a market begins and where it has no bar, from what it has seen; keeps its target there.
export default {
  allocate(markets) {
    return markets.map(({ close, volume, length }) => {
      const target = new Float64Array(length).fill(Number.NaN);
      let begin = -1;
      for (let t = 0; t < length; t++) {
        if (begin < 0 && close[t]! > 0) begin = t;
        if (begin < 0 || t - begin < 50 || !(volume[t]! > 0)) continue;
        target[t] = close[t]! > close[t - 50]! ? 1 / markets.length : 0;
      }
      return { target, stopLoss: target.map(() => 0.05) };
    });
  },
} satisfies PortfolioStrategy;
