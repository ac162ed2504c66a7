import type { Utility } from "../../core/score/path-score.ts";
import type { UtilityStep } from "../charts/utility-chart.ts";

/**
 * What each part adds to U, in the order of the formula: growth, Sharpe and drawdown (a third each, scaled by activity
 * and by the paths that ran), what was lost by not trading, what was lost by errors, and what the floor of −1 gave back.
 * They add up to U; parts that add nothing by themselves (A, e, floor) are left out where they are 0.
 */
export function utilityParts({ value, growth, sharpe, drawdown, activity, errors }: Utility): readonly UtilityStep[] {
  const scale = ((1 - errors) * activity) / 3;
  const idle = -0.5 * (1 - errors) * (1 - activity);
  const parts = [
    { name: "R", value: scale * growth },
    { name: "S", value: scale * sharpe },
    { name: "D", value: scale * drawdown },
  ];
  if (idle < 0) parts.push({ name: "A", value: idle });
  if (errors > 0) parts.push({ name: "e", value: -errors });
  const floor = value - parts.reduce((sum, part) => sum + part.value, 0);
  if (floor > 1e-12) parts.push({ name: "≥ −1", value: floor });
  return parts;
}
