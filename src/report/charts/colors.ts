/** Colours are the page's own variables, so that one picture serves light and dark. */
export const colors = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  strategy: "var(--strategy)",
  market: "var(--market)",
  loss: "var(--loss)",
  position: "var(--position)",
} as const;
