import type { Bars } from "../../core/bars.ts";
import { summariseBars } from "../../core/market/bars-summary.ts";
import { formatTime, isDaily } from "../../core/market/format-csv.ts";
import type { MarketFinding } from "../../core/market/market-finding.ts";
import type { Repair } from "../../core/market/repair/repair-record.ts";
import { wrapWords } from "../wrap-words.ts";
import { summaryChart } from "./summary-chart.ts";
import { findingLines } from "./summary-findings.ts";
import { cutLine, hangLine } from "./summary-line.ts";
import type { UnderstoodRow } from "./summary-understood.ts";

/** One market as `data add` and `data check` show it, on a screen and on a page. */
export interface ShownMarket {
  /** Class, interval, time zone and the like. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What was understood of a vendor's file; none for a dataset. */
  readonly understood: readonly UnderstoodRow[];
  /** null where the bars cannot be read. */
  readonly bars: Bars | null;
  readonly findings: readonly MarketFinding[];
  readonly repairs: readonly Repair[];
  /** What the market can tell of strategies, line by line. */
  readonly power: readonly string[];
  readonly verdict: string;
  /** Command to run next; null where the market cannot be used. */
  readonly next: string | null;
}

/** The command that back-tests a baseline on a market, as the next thing to do. */
export function backtestOf(market: string): string {
  return `walkforward backtest strategies/baselines/sma-cross.ts --market ${market}`;
}

/** Lines of a screen. */
const screen = 40;
/** Lines of prices; the fewer where there is much to say. */
const chartRows = { most: 8, least: 4 };
/** Lines that findings should have at least. */
const fewestFindings = 8;
const mostUnderstood = 13;

/** A market on one screen: what was understood, its prices, plain facts, findings, power and verdict. */
export function summary(
  input: ShownMarket & { readonly heading: string },
  size: { readonly columns: number; readonly unicode: boolean },
): string {
  const { columns } = size;
  const { bars } = input;
  const heading = hangLine(input.heading, columns, 2);
  const facts = bars === null ? [] : factLines(bars, columns);
  const repairs = repairLines(input.repairs, columns);
  const verdict = wrapWords(input.verdict, columns);
  if (input.next !== null) verdict.push(`next: ${input.next}`);
  const least = understoodLines(input.understood, columns, 0).length;
  const said = heading.length + facts.length + repairs.length + verdict.length + input.power.length + least;
  const wanted = Math.min(fewestFindings, input.findings.length);
  const rows = said + chartRows.most + 2 + wanted > screen ? chartRows.least : chartRows.most;
  const chart = bars === null ? [] : summaryChart(bars, { ...size, rows });
  const room = screen - said - chart.length + input.power.length;
  const findings = findingLines(input.findings, Math.max(3, room - input.power.length), columns);
  const power = roomy(input.power.map(powerLine), columns, room - findings.length);
  const understood = understoodLines(input.understood, columns, room + least - findings.length - power.length);
  return `${[...heading, ...understood, ...chart, ...facts, ...repairs, ...findings, ...power, ...verdict].join("\n")}\n`;
}

interface Line {
  readonly text: string;
  /** Where it goes on when it is broken. */
  readonly hang: number;
  /** True for what is broken rather than cut, whatever the room. */
  readonly whole: boolean;
}

/** Lines in full where that takes at most `room` lines, else each cut that may be. */
function roomy(lines: readonly Line[], columns: number, room: number): string[] {
  const full = lines.flatMap(({ text, hang }) => hangLine(text, columns, hang));
  if (full.length <= room) return full;
  return lines.flatMap(({ text, hang, whole }) => (whole ? hangLine(text, columns, hang) : [cutLine(text, columns)]));
}

function powerLine(text: string): Line {
  return { text, hang: text.length - text.trimStart().length + 2, whole: false };
}

/** What a person may have to overrule: it names the option, and is never cut. */
function isDoubtful({ name, known }: UnderstoodRow): boolean {
  return known === "assumed" || name === "note" || name === "left out";
}

/** Rows beyond thirteen are counted only, those first that leave no doubt. */
function understoodLines(rows: readonly UnderstoodRow[], columns: number, room: number): string[] {
  const places = rows.map((_, i) => i);
  const doubtful = (i: number): number => Number(isDoubtful(rows[i] as UnderstoodRow));
  const kept = rows.length > mostUnderstood ? mostUnderstood - 1 : mostUnderstood;
  const shown = new Set([...places].sort((a, b) => doubtful(b) - doubtful(a) || a - b).slice(0, kept));
  const lines = rows
    .filter((_, i) => shown.has(i))
    .map((row): Line => ({ ...understoodLine(row), whole: isDoubtful(row) }));
  const left = rows.length - shown.size;
  return [...roomy(lines, columns, room), ...(left === 0 ? [] : [`  … and ${left} more: --json`])];
}

function understoodLine({ name, value, known }: UnderstoodRow): Omit<Line, "whole"> {
  return { text: `  ${name.padEnd(10)}${known === "" ? "" : `${known}: `}${value}`, hang: 12 };
}

function factLines(bars: Bars, columns: number): string[] {
  const facts = summariseBars(bars);
  const time = (bar: number): string => formatTime(bars.time[bar] as number, isDaily(bars.time));
  const move = facts.largestMove;
  const gap = facts.longestGap;
  const parts = [
    `${whole(facts.bars)} bars ${time(0)} to ${time(bars.length - 1)}, ${whole(facts.barsPerYear)} a year`,
    ...(facts.volatilityPerYear === null ? [] : [`volatility ${percent(facts.volatilityPerYear)} a year`]),
    ...(move === null ? [] : [`largest move ${move.value > 0 ? "+" : ""}${percent(move.value)} (${time(move.bar)})`]),
    ...(gap === null ? [] : [`longest gap ${span(gap.ms)} (before ${time(gap.bar)})`]),
    `flat bars ${whole(facts.flatBars)}`,
    `without volume ${whole(facts.unknownVolume)}`,
  ];
  return wrapWords(parts.join(";_").replaceAll(" ", "\u00a0").replaceAll("_", " "), columns).map((line) =>
    line.replaceAll("\u00a0", " "),
  );
}

function repairLines(repairs: readonly Repair[], columns: number): string[] {
  const most = 4;
  const shown = repairs.slice(0, repairs.length > most ? most - 1 : most);
  const lines = shown.map(({ rule, done }) => cutLine(`  mended  ${rule.padEnd(18)} ${done}`, columns));
  return shown.length === repairs.length ? lines : [...lines, `  … and ${repairs.length - shown.length} more repairs`];
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 5 minutes, 26 hours, 4 days. */
function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [value, unit] =
    minutes >= 2880 ? [minutes / 1440, "day"] : minutes >= 120 ? [minutes / 60, "hour"] : [minutes, "minute"];
  const rounded = Math.round(value);
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
