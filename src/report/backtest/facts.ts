import type { Rebalance } from "../../core/backtest.ts";
import { formatCount, formatNumber } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { barTimes } from "../parts/bar-time.ts";
import { say } from "../say.ts";

/** What stands under the heading of a back-test. */
export interface BacktestFacts {
  /** The strategy's or the positions' file, as the user wrote it. */
  readonly file: string;
  /** Times of the bars, ms UTC. */
  readonly time: ArrayLike<number>;
  readonly barsPerYear: number;
  readonly rebalance: Rebalance;
  readonly initial: number;
}

/** Names and values side by side; `costs` last, where there is one set of them. */
export function backtestFacts(
  { file, time, barsPerYear, rebalance, initial }: BacktestFacts,
  costs: Content = null,
): Html {
  const timeOf = barTimes(time);
  const pairs: readonly (readonly [name: Content, value: Content])[] = [
    [say("factFile"), file],
    [say("factBars"), formatCount(time.length)],
    [say("factFrom"), timeOf(0)],
    [say("factTo"), timeOf(time.length - 1)],
    [say("factBarsPerYear"), formatNumber(barsPerYear, 0)],
    [say("factRebalance"), say(`rebalance:${rebalance}`)],
    [say("factInitial"), String(initial)],
    ...(costs === null ? [] : [[say("factCosts"), costs] as const]),
  ];
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
