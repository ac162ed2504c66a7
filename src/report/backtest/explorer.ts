import type { Backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import { type ExploreInput, exploreData } from "../charts/explore-data.ts";
import { formatCount } from "../format.ts";
import { type Html, html } from "../html.ts";
import { say } from "../say.ts";

/** Characters of data beyond which a page would grow over 1.5 MB: about 30 000 bars. */
export const mostExplored = 800_000;

/** What is explored of one back-test on one market. */
export interface ExplorerInput {
  readonly market: string;
  readonly bars: Bars;
  readonly initial: number;
  readonly result: Backtest;
  /** In the same money as the result's equity. */
  readonly constant: Float64Array;
  readonly fills: ExploreInput["fills"];
}

/** The place where the back-test is explored bar by bar, and its data; a sentence instead where a page cannot hold them. */
export function explorer({ market, bars, initial, result, constant, fills }: ExplorerInput): Html {
  const { time, open, high, low, close, length } = bars;
  const data = exploreData({
    name: market,
    firstBar: 0,
    ...{ time, open, high, low, close, fills },
    equity: result.equity.map((value) => value / initial),
    constant: constant.map((value) => value / initial),
    position: result.position,
  });
  if (data.text.length > mostExplored) {
    const values = { bars: formatCount(length), fills: formatCount(fills.length) };
    return html`<p class="small muted">${say("exploreTooLong", values)}</p>`;
  }
  return html`<div class="explorer" hidden></div>${data}`;
}
