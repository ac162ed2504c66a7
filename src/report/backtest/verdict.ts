import type { Metrics } from "../../core/metrics/metrics.ts";
import { formatPercent } from "../format.ts";
import { type Content, type Html, html } from "../html.ts";
import { say } from "../say.ts";

/** What the verdict of a back-test looks at. */
export interface BacktestVerdict {
  readonly metrics: Metrics;
  /** Of buying and holding the market; of a portfolio, of equal shares held. */
  readonly held: Metrics;
  /** Of the mean position, or of the mean shares, held all the time. */
  readonly constant: Metrics;
  /** The mean position; null for a portfolio, which has one an instrument. */
  readonly share: number | null;
  /** When equity reached 0; null if it never did. */
  readonly ruined: string | null;
}

/** What came of a back-test, beside what less effort would have come to, as the callout of its page. */
export function verdictCallout(verdict: BacktestVerdict): Html {
  const { metrics, held, share, ruined } = verdict;
  const sentence = say(share === null ? "backtestResultShares" : "backtestResult", {
    own: formatPercent(metrics.totalReturn),
    cagr: formatPercent(metrics.cagr),
    drawdown: formatPercent(metrics.maxDrawdown),
    held: formatPercent(held.totalReturn),
    heldDrawdown: formatPercent(held.maxDrawdown),
  });
  return html`<div class="callout ${tone(verdict)}"><p class="verdict">${sentence}</p>${ruined !== null && html`<p>${say("backtestRuined", { time: ruined })}</p>`}${timing(verdict)}</div>`;
}

/** Good is a Sharpe ratio above both alternatives' with something earned; bad is a loss. */
function tone({ metrics, held, constant }: BacktestVerdict): string {
  if ((metrics.totalReturn ?? 0) < 0) return "bad";
  const rival = Math.max(held.sharpe ?? 0, constant.sharpe ?? 0);
  return (metrics.sharpe ?? 0) > rival ? "good" : "";
}

function timing({ metrics, constant, share }: BacktestVerdict): Content {
  const [own, other] = [metrics.totalReturn, constant.totalReturn];
  if (own === null || other === null || metrics.orders === 0 || Math.abs(own - other) < 0.0005) return null;
  const added = own > other;
  const values = { constant: formatPercent(other) };
  if (share === null) return html`<p>${say(added ? "backtestMixAdded" : "backtestMixTook", values)}</p>`;
  return html`<p>${say(added ? "backtestTimingAdded" : "backtestTimingTook", { ...values, share: formatPercent(share, 0) })}</p>`;
}
