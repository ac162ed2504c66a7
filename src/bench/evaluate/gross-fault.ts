import { grossBreach } from "../../core/backtest/portfolio/gross-breach.ts";
import { type Failure, failure } from "../../core/failure.ts";
import type { Positions } from "../../core/positions.ts";

/** The failure of a portfolio whose targets add up to more than 1 at some bar; null if they never do. */
export function grossFault(allocations: readonly Positions[]): Failure | null {
  const breach = grossBreach(allocations);
  if (breach === null) return null;
  const sum = `the targets in force at bar ${breach.bar} add up to ${breach.gross}`;
  return failure("positions", "bad-positions", `${sum}; wanted sizes that add up to at most 1`);
}
