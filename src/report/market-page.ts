import type { Bars } from "../core/bars.ts";
import { summariseBars } from "../core/market/bars-summary.ts";
import { formatTime, isDaily } from "../core/market/format-csv.ts";
import type { MarketFinding } from "../core/market/market-finding.ts";
import type { Repair } from "../core/market/repair/repair-record.ts";
import { type StylisedFacts, stylisedFacts } from "../core/market/stylised-facts.ts";
import { marketWords } from "./dictionary/market.ts";
import type { PageLang } from "./dictionary.ts";
import { countOf, formatCount, formatNumber, formatPercent } from "./format.ts";
import { type Content, type Html, html } from "./html.ts";
import { candlesOf } from "./market/candles.ts";
import { findingsTable } from "./market/findings-table.ts";
import { sentence } from "./market/in-chinese.ts";
import { levelColors, marketChart, mostCandles } from "./market/market-chart.ts";
import { type PageScript, page } from "./page.ts";
import { table } from "./parts/table.ts";
import { inBoth, say, sayBoth, sayText } from "./say.ts";

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
  readonly script?: PageScript | undefined;
}

/** The page of one market: verdict, prices with what was found in them, findings, what was understood, facts. */
export function marketPage(input: MarketPageInput): string {
  const { name, bars, understood, repairs, power, verdict, next, usable } = input;
  const body = html`<header><h1>${name}</h1>${factList(input.facts)}</header>
<main><div class="callout ${usable ? "good" : "bad"}"><p class="verdict">${inBoth((lang) => html`${lang === "en" ? verdict : verdictIn(lang, input)}`)}</p>${next !== null && html`<p><code>${next}</code></p>`}</div>
${bars !== null && html`${chartKey(bars)}<div class="scroll" tabindex="0" role="region" aria-label="${name}"><figure class="full">${marketChart({ label: sayBoth("market:chartOf", { name }), bars, findings: input.findings })}</figure></div>`}
<h2>${say("market:findings")}</h2>${findingsTable(input.findings)}
${repairs.length > 0 && html`<h2>${say("market:repairs")}</h2>${repairTable(repairs)}`}
${understood.length > 0 && html`<h2>${say("market:understood")}</h2>${understoodTable(input)}`}
${bars !== null && html`<h2>${say("market:facts")}</h2>${pairTable("facts", plainFacts(bars))}`}
${bars !== null && bars.length >= 100 && html`<h2>${say("market:stylised")}</h2>${pairTable("stylised", stylisedRows(stylisedFacts(bars)))}`}
${power.length > 0 && html`<h2>${say("market:power")}</h2>${power.map((line) => html`<p>${sentence(line.trim())}</p>`)}`}
</main>`;
  return page({ title: name, body, benchmark: input.benchmark, script: input.script });
}

/** What `verdict` says in English, counted anew. */
function verdictIn(lang: PageLang, { usable, findings }: MarketPageInput): string {
  const count = (level: MarketFinding["level"]): number => findings.filter((each) => each.level === level).length;
  const values = { errors: count("error"), warnings: count("warning"), notes: count("note") };
  return sayText(lang, usable ? "market:usable" : "market:unusable", values);
}

function factList(pairs: MarketPageInput["facts"]): Html {
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${known(name)}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function chartKey(bars: Bars): Html {
  const { barsEach } = candlesOf(bars, mostCandles);
  const entry = (color: string, name: Html): Html => html`<span><i style="color:${color}"></i>${name}</span>`;
  const parts = [
    entry(
      "var(--strategy)",
      say("market:rising", {
        bars: inBoth((lang) => html`${lang === "en" ? countOf(barsEach, "bar") : `${formatCount(barsEach)} 根`}`),
      }),
    ),
    entry("var(--market)", say("market:falling")),
    entry("var(--market)", say("market:volume")),
    entry(levelColors.error, say("market:error")),
    entry(levelColors.warning, say("market:warning")),
    entry(levelColors.note, say("market:note")),
    entry("color-mix(in srgb,var(--market) 30%,var(--paper))", say("market:gap")),
  ];
  return html`<p class="key">${parts}</p>`;
}

/** A name that the checks give a fact, in both languages where the dictionary has it. */
function known(name: string): Content {
  const names: Readonly<Record<string, readonly [en: string, zh: string]>> = marketWords;
  const found = Object.hasOwn(names, `market:name:${name}`) ? names[`market:name:${name}`] : undefined;
  return found === undefined ? name : inBoth((lang) => html`${found[lang === "en" ? 0 : 1]}`);
}

/** A fact and its value. */
type FactRow = readonly [name: Content, value: Content];

function lefts(name: "understood" | "repairs" | "facts" | "stylised", heads: readonly Content[], rows: Content): Html {
  return table(
    sayBoth(`market:${name}`),
    heads.map((head) => ({ head, words: true })),
    rows,
  );
}

function understoodTable({ understood }: MarketPageInput): Html {
  const rows = understood.map(
    ({ name, value, known: how }) =>
      html`<tr><th scope="row" class="l">${known(name)}</th><td class="wrap">${value}</td><td class="l">${known(how)}</td></tr>`,
  );
  return lefts("understood", [say("market:choice"), say("market:value"), say("market:known")], rows);
}

function repairTable(repairs: readonly Repair[]): Html {
  const rows = repairs.map(
    ({ rule, done, count, lines }) =>
      html`<tr><th scope="row" class="l">${rule}</th><td>${formatCount(count)}</td><td>${lines[0] === undefined ? "–" : formatCount(lines[0])}</td><td class="wrap">${sentence(done)}</td></tr>`,
  );
  return lefts("repairs", [say("market:rule"), say("market:bars"), say("market:line"), say("market:done")], rows);
}

function pairTable(name: "facts" | "stylised", rows: readonly FactRow[]): Html {
  return lefts(
    name,
    [say("market:fact"), say("value")],
    rows.map(([name, value]) => html`<tr><th scope="row" class="l">${name}</th><td>${value}</td></tr>`),
  );
}

function plainFacts(bars: Bars): readonly FactRow[] {
  const facts = summariseBars(bars);
  const time = (bar: number): string => formatTime(bars.time[bar] as number, isDaily(bars.time));
  const { largestMove, longestGap } = facts;
  return [
    [say("market:bars"), formatCount(facts.bars)],
    [say("market:first"), time(0)],
    [say("market:last"), time(bars.length - 1)],
    [say("market:barsPerYear"), formatNumber(facts.barsPerYear, 0)],
    [say("market:volatility"), formatPercent(facts.volatilityPerYear)],
    [
      say("market:largestMove"),
      largestMove === null ? "–" : `${formatPercent(largestMove.value)}, ${time(largestMove.bar)}`,
    ],
    [
      say("market:longestGap"),
      longestGap === null
        ? "–"
        : say("market:until", { days: formatNumber(longestGap.ms / 86_400_000, 1), time: time(longestGap.bar) }),
    ],
    [say("market:flat"), formatCount(facts.flatBars)],
    [say("market:noVolume"), formatCount(facts.unknownVolume)],
  ];
}

/** A statistic of a market that never moves does not exist. */
function stylisedRows(facts: StylisedFacts): readonly FactRow[] {
  const show = (value: number | null): string =>
    formatNumber(value !== null && Number.isFinite(value) ? value : null, 2);
  return [
    [say("market:kurtosis"), show(facts.excessKurtosis)],
    [say("market:acf1"), show(facts.autocorrelation1)],
    [say("market:abs1"), show(facts.absolute1)],
    [say("market:abs10"), show(facts.absolute10)],
    [say("market:abs50"), show(facts.absolute50)],
    [say("market:leverage"), show(facts.leverage)],
    [say("market:gapShare"), show(facts.gapShare)],
    [say("market:rangeRatio"), show(facts.rangeRatio)],
    [say("market:volumeRange"), show(facts.volumeRange)],
  ];
}
