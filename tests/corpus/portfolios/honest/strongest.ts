// All equity in the market that rose most over 60 bars; none before any has 60.
import type { PortfolioStrategy } from "walkforward";

export default {
  name: "strongest of all",
  allocate(markets, ta) {
    const growth = markets.map(({ close }) => ta.roc(close, 60));
    return markets.map(({ close }, i) => ({
      target: close.map((_, t) => {
        let best = -1;
        let most = Number.NEGATIVE_INFINITY;
        for (const [k, column] of growth.entries()) if (column[t]! > most) [best, most] = [k, column[t]!];
        return best === i ? 1 : 0;
      }),
    }));
  },
} satisfies PortfolioStrategy;
