import type { DatasetInfo } from "../../core/market/dataset.ts";
import { detectableSharpeDifference } from "../../core/market/power/sharpe-difference.ts";
import { type TaskSpec, tradingTracks } from "../../core/task.ts";
import { datasetsOf } from "./bench-world.ts";

/** Difference of annual Sharpe ratios that the markets of one task should tell. */
const wantedDifference = 1;

/** Correlation of the returns of two strategies for one market, as two that are mostly long have it. */
const usualCorrelation = 0.5;

/**
 * A warning where the markets of trading tasks are too short to tell two strategies whose annual Sharpe ratios differ by 1; null where
 * all can. Mirrors and twins of a market know nothing new, and instruments of one dataset move together: of each dataset its longest
 * instrument counts, once.
 */
export function powerWarning(
  tasks: readonly Pick<TaskSpec, "id" | "track" | "classes" | "interval">[],
  datasets: readonly DatasetInfo[],
): string | null {
  const trading = tasks.filter((task) => tradingTracks.includes(task.track));
  const weak = trading.flatMap((task) => {
    const told = toldBy(datasetsOf(task, datasets));
    if (told !== null && told <= wantedDifference) return [];
    return [`${task.id} (${told === null ? "none" : told.toFixed(1)})`];
  });
  if (weak.length === 0) return null;
  const some = `${weak.length} of ${trading.length} trading task${trading.length === 1 ? "" : "s"}`;
  return `power: the markets of ${some} are too short to tell Sharpe ratios that differ by 1 a year; they tell ${weak.join(", ")}. The mean over tasks tells more; longer markets help ("walkforward data check").`;
}

/** The smallest difference that datasets tell together; null where there is none. */
function toldBy(datasets: readonly DatasetInfo[]): number | null {
  const years = datasets.map(({ instruments, barsPerYear }) => {
    const longest = instruments.reduce((most, { bars }) => Math.max(most, bars), 0);
    return Math.max(0, longest - 1) / barsPerYear;
  });
  const barsPerYear = datasets[0]?.barsPerYear ?? 1;
  const returns = years.reduce((sum, one) => sum + one, 0) * barsPerYear;
  return detectableSharpeDifference({ returns, barsPerYear, correlation: usualCorrelation });
}
