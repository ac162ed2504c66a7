/** What the quiz is about; each has its own file of templates and of items. */
export const topics = [
  "returns-risk",
  "execution",
  "order-types",
  "costs",
  "backtest-fallacies",
  "statistics",
  "time-series",
  "portfolio",
  "derivatives",
  "futures",
  "fx-crypto",
  "risk-management",
  "market-knowledge",
  "numerics",
] as const;

/** One topic of the quiz. */
export type Topic = (typeof topics)[number];
