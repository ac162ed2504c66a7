import type { Bars } from "../core/bars.ts";
import { summariseBars } from "../core/market/bars-summary.ts";
import { formatTime, isDaily } from "../core/market/format-csv.ts";
import type { MarketFinding } from "../core/market/market-finding.ts";
import type { Repair } from "../core/market/repair/repair-record.ts";
import { type StylisedFacts, stylisedFacts } from "../core/market/stylised-facts.ts";
import { countOf, formatCount, formatNumber, formatPercent } from "./format.ts";
import { type Content, type Html, html } from "./html.ts";
import { candlesOf } from "./market/candles.ts";
import { findingsTable } from "./market/findings-table.ts";
import { levelColors, marketChart, mostCandles } from "./market/market-chart.ts";
import { word } from "./market/words.ts";
import { page } from "./page.ts";

/** One market, as it was understood and found. */
export interface MarketPageInput {
  readonly name: string;
  /** What the market is: class, interval, time zone and the like. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** null where the bars cannot be read. */
  readonly bars: Bars | null;
  /** What was understood of a vendor's file, how each is known; none for a stored dataset. */
  readonly understood: readonly { readonly name: string; readonly value: string; readonly known: string }[];
  readonly findings: readonly MarketFinding[];
  readonly repairs: readonly Repair[];
  /** What the market can tell of strategies, line by line. */
  readonly power: readonly string[];
  readonly verdict: string;
  /** Command to run next; null where the market cannot be used. */
  readonly next: string | null;
  /** True where nothing forbids its use. */
  readonly usable: boolean;
  readonly benchmark: string;
}

/** The page of one market: verdict, prices with what was found in them, findings, what was understood, facts. */
export function marketPage(input: MarketPageInput): string {
  const { name, bars, understood, repairs, power, verdict, next, usable } = input;
  const body = html`<header><h1>${name}</h1>${factList(input.facts)}</header>
<main><div class="callout ${usable ? "good" : "bad"}"><p class="verdict">${verdict}</p>${next !== null && html`<p><code>${next}</code></p>`}</div>
${bars !== null && html`${chartKey(bars)}<div class="scroll"><figure class="full">${marketChart({ label: `${name}: prices, volume and findings`, bars, findings: input.findings })}</figure></div>`}
<h2>${word("findings")}</h2>${findingsTable(input.findings)}
${repairs.length > 0 && html`<h2>${word("repairs")}</h2>${repairTable(repairs)}`}
${understood.length > 0 && html`<h2>${word("understood")}</h2>${understoodTable(input)}`}
${bars !== null && html`<h2>${word("facts")}</h2>${pairTable(plainFacts(bars))}`}
${bars !== null && bars.length >= 100 && html`<h2>${word("stylised")}</h2>${pairTable(stylisedRows(stylisedFacts(bars)))}`}
${power.length > 0 && html`<h2>${word("power")}</h2>${power.map((line) => html`<p>${line.trim()}</p>`)}`}
</main>`;
  return page({ title: `${name}: market data`, body, benchmark: input.benchmark });
}

function factList(pairs: MarketPageInput["facts"]): Html {
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function chartKey(bars: Bars): Html {
  const { barsEach } = candlesOf(bars, mostCandles);
  const entry = (color: string, name: Html): Html => html`<span><i style="color:${color}"></i>${name}</span>`;
  const parts = [
    entry("var(--strategy)", word("rising", { bars: countOf(barsEach, "bar") })),
    entry("var(--market)", word("falling")),
    entry("var(--market)", word("volume")),
    entry(levelColors.error, word("error")),
    entry(levelColors.warning, word("warning")),
    entry(levelColors.note, word("note")),
    entry("color-mix(in srgb,var(--market) 30%,var(--paper))", word("gap")),
  ];
  return html`<p class="key">${parts}</p>`;
}

function table(head: readonly Content[], rows: Content): Html {
  return html`<div class="scroll"><table><thead><tr>${head.map((cell) => html`<th scope="col" class="l">${cell}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function understoodTable({ understood }: MarketPageInput): Html {
  const rows = understood.map(
    ({ name, value, known }) =>
      html`<tr><th scope="row" class="l">${name}</th><td class="wrap">${value}</td><td class="l">${known}</td></tr>`,
  );
  return table([word("choice"), word("value"), word("known")], rows);
}

function repairTable(repairs: readonly Repair[]): Html {
  const rows = repairs.map(
    ({ rule, done, count, lines }) =>
      html`<tr><th scope="row" class="l">${rule}</th><td>${formatCount(count)}</td><td>${lines[0] === undefined ? "–" : formatCount(lines[0])}</td><td class="wrap">${done}</td></tr>`,
  );
  return table([word("rule"), word("bars"), word("line"), word("done")], rows);
}

function pairTable(rows: readonly (readonly [string, string])[]): Html {
  return table(
    [word("fact"), ""],
    rows.map(([name, value]) => html`<tr><th scope="row" class="l">${name}</th><td>${value}</td></tr>`),
  );
}

function plainFacts(bars: Bars): readonly (readonly [string, string])[] {
  const facts = summariseBars(bars);
  const time = (bar: number): string => formatTime(bars.time[bar] as number, isDaily(bars.time));
  const { largestMove, longestGap } = facts;
  return [
    ["bars", formatCount(facts.bars)],
    ["first", time(0)],
    ["last", time(bars.length - 1)],
    ["bars per year", formatNumber(facts.barsPerYear, 0)],
    ["volatility per year", formatPercent(facts.volatilityPerYear)],
    [
      "largest move, close to close",
      largestMove === null ? "–" : `${formatPercent(largestMove.value)}, ${time(largestMove.bar)}`,
    ],
    [
      "longest time without a bar, days",
      longestGap === null ? "–" : `${formatNumber(longestGap.ms / 86_400_000, 1)}, until ${time(longestGap.bar)}`,
    ],
    ["bars with high = low", formatCount(facts.flatBars)],
    ["bars without a known volume", formatCount(facts.unknownVolume)],
  ];
}

/** A statistic of a market that never moves does not exist. */
function stylisedRows(facts: StylisedFacts): readonly (readonly [string, string])[] {
  const show = (value: number | null): string =>
    formatNumber(value !== null && Number.isFinite(value) ? value : null, 2);
  return [
    ["excess kurtosis of log returns", show(facts.excessKurtosis)],
    ["autocorrelation of returns, lag 1", show(facts.autocorrelation1)],
    ["autocorrelation of absolute returns, lag 1", show(facts.absolute1)],
    ["the same, lag 10", show(facts.absolute10)],
    ["the same, lag 50", show(facts.absolute50)],
    ["leverage: returns with later absolute returns", show(facts.leverage)],
    ["share of gaps in the variance", show(facts.gapShare)],
    ["range over absolute return", show(facts.rangeRatio)],
    ["volume with range", show(facts.volumeRange)],
  ];
}
