import type { Costs } from "../costs.ts";

/** What is usual in a class of markets: for synthetic datasets, and for markets that state no costs. */
export interface ClassFacts {
  /** In words, for titles. */
  readonly title: string;
  /** Fee and slippage of a large liquid market of the class. */
  readonly costs: Costs;
}

/** The classes of market by name. */
export const classFacts: Readonly<Record<string, ClassFacts>> = {
  "equity-index": { title: "Equity index", costs: { feeBps: 1, slippageBps: 1 } },
  equity: { title: "Single stock", costs: { feeBps: 1, slippageBps: 2 } },
  "equity-basket": { title: "Basket of stocks", costs: { feeBps: 1, slippageBps: 2 } },
  fx: { title: "Currency pair", costs: { feeBps: 0.2, slippageBps: 0.8 } },
  crypto: { title: "Crypto currency", costs: { feeBps: 5, slippageBps: 3 } },
  commodity: { title: "Commodity", costs: { feeBps: 1, slippageBps: 2 } },
  rates: { title: "Rates-like, mean reverting", costs: { feeBps: 0.2, slippageBps: 0.8 } },
};
