import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import * as their from "technicalindicators";
import { ta } from "../../src/core/indicators/index.ts";
import { createRandom } from "../../src/core/random.ts";
import type { Figure } from "./figure.ts";

const length = 1_000_000;
const rounds = 7;

interface Market {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

type PlainMarket = { readonly [name in keyof Market]: number[] };

/** One indicator in three libraries; the first column is the one compared. */
interface Case {
  readonly name: string;
  readonly ours: (m: Market) => Float64Array;
  readonly theirs?: (m: PlainMarket) => unknown;
}

const cases: readonly Case[] = [
  {
    name: "sma",
    ours: (m) => ta.sma(m.close, 20),
    theirs: (m) => their.SMA.calculate({ period: 20, values: m.close }),
  },
  {
    name: "ema",
    ours: (m) => ta.ema(m.close, 20),
    theirs: (m) => their.EMA.calculate({ period: 20, values: m.close }),
  },
  {
    name: "wma",
    ours: (m) => ta.wma(m.close, 20),
    theirs: (m) => their.WMA.calculate({ period: 20, values: m.close }),
  },
  {
    name: "rsi",
    ours: (m) => ta.rsi(m.close, 14),
    theirs: (m) => their.RSI.calculate({ period: 14, values: m.close }),
  },
  {
    name: "macd",
    ours: (m) => ta.macd(m.close, 12, 26, 9).macd,
    theirs: (m) =>
      their.MACD.calculate({
        values: m.close,
        fastPeriod: 12,
        slowPeriod: 26,
        signalPeriod: 9,
        SimpleMAOscillator: false,
        SimpleMASignal: false,
      }),
  },
  {
    name: "bollinger",
    ours: (m) => ta.bollinger(m.close, 20, 2).middle,
    theirs: (m) => their.BollingerBands.calculate({ period: 20, stdDev: 2, values: m.close }),
  },
  {
    name: "atr",
    ours: (m) => ta.atr(m.high, m.low, m.close, 14),
    theirs: ({ high, low, close }) => their.ATR.calculate({ period: 14, high, low, close }),
  },
  {
    name: "highest",
    ours: (m) => ta.highest(m.close, 20),
    theirs: (m) => their.Highest.calculate({ period: 20, values: m.close }),
  },
  {
    name: "stochastic",
    ours: (m) => ta.stochastic(m.high, m.low, m.close, 14, 3).k,
    theirs: ({ high, low, close }) => their.Stochastic.calculate({ period: 14, signalPeriod: 3, high, low, close }),
  },
  {
    name: "adx",
    ours: (m) => ta.adx(m.high, m.low, m.close, 14).adx,
    theirs: ({ high, low, close }) => their.ADX.calculate({ period: 14, high, low, close }),
  },
  { name: "correlation", ours: (m) => ta.correlation(m.close, m.volume, 20) },
  { name: "linregSlope", ours: (m) => ta.linregSlope(m.close, 20) },
  { name: "median", ours: (m) => ta.median(m.close, 21) },
  {
    name: "obv",
    ours: (m) => ta.obv(m.close, m.volume),
    theirs: ({ close, volume }) => their.OBV.calculate({ close, volume }),
  },
];

/** What the C program measured of one indicator. */
interface Measured {
  readonly ms: number;
  readonly last: number;
  readonly sum: number;
}

/** A length of series, and how often it is gone through in one measurement: always 1M bars. */
interface Size {
  readonly name: string;
  readonly bars: number;
  readonly repeats: number;
  /** Whether C writes its results into new memory, as ours does, or into the same again and again. */
  readonly memory: "new" | "same";
}

const sizes: readonly Size[] = [
  { name: "1M bars", bars: length, repeats: 1, memory: "new" },
  { name: "400 × 2,500 bars", bars: 2500, repeats: 400, memory: "same" },
];

/** Best milliseconds of ours and of the C. */
interface Best {
  ours: number;
  c: number;
}

/**
 * Speed of the indicators, best of seven rounds that alternate with the same indicators in C (gcc -O3 -march=native,
 * where there is a gcc), whose results are compared on the way; and against technicalindicators. Over one long series
 * new memory from the system takes most of the time of either, so C gets it likewise; over short ones C keeps its own.
 */
export async function bench(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-bench-"));
  try {
    const market = makeMarket();
    const program = compile(folder);
    const found: Figure[] = [];
    for (const size of sizes) found.push(...measure(cut(market, size.bars), size, program, join(folder, "market.bin")));
    for (const { name, ours, theirs } of cases) {
      if (!theirs) continue;
      const plain = toPlain(market);
      const ratio = time(() => theirs(plain)).ms / Math.min(...[1, 2, 3].map(() => time(() => ours(market)).ms));
      found.push({ name: `technicalindicators' over ${name}, 1M bars`, value: ratio, unit: "times its time" });
    }
    return [...found, await countScavenges(market)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(market: Market, size: Size, program: string | undefined, file: string): Figure[] {
  const { high, low, close, volume } = market;
  writeFileSync(file, Buffer.concat([high, low, close, volume].map((x) => Buffer.from(x.buffer))));
  const repeat = ({ ours }: Case): Float64Array => {
    for (let i = 1; i < size.repeats; i++) ours(market);
    return ours(market);
  };
  for (const one of cases) for (let i = 0; i < 12; i++) repeat(one);
  const best = new Map<string, Best>(cases.map(({ name }) => [name, { ours: Infinity, c: Infinity }]));
  for (let round = 0; round < rounds; round++) {
    const measured = program ? runC(program, file, size) : undefined;
    for (const one of cases) {
      const { ms, result } = time(() => repeat(one));
      const c = measured?.get(one.name);
      if (c) compare(one.name, result, c);
      const before = best.get(one.name) ?? { ours: Infinity, c: Infinity };
      best.set(one.name, { ours: Math.min(before.ours, ms), c: Math.min(before.c, c?.ms ?? Infinity) });
    }
  }
  return [...best].flatMap(([name, { ours, c }]) => [
    { name: `${name}, ${size.name}`, value: ours, unit: "ms" },
    ...(Number.isFinite(c) ? [{ name: `${name} over C, ${size.name}`, value: ours / c, unit: "times its time" }] : []),
  ]);
}

/** The first bars of a market, in memory of their own. */
function cut({ high, low, close, volume }: Market, bars: number): Market {
  const part = (x: Float64Array): Float64Array => x.slice(0, bars);
  return { high: part(high), low: part(low), close: part(close), volume: part(volume) };
}

function toPlain({ high, low, close, volume }: Market): PlainMarket {
  return { high: [...high], low: [...low], close: [...close], volume: [...volume] };
}

/** Young collections a pass once everything is compiled: a loop that makes garbage shows as dozens. */
async function countScavenges(market: Market): Promise<Figure> {
  let scavenges = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { detail } = entry as PerformanceEntry & { readonly detail?: { readonly kind?: number } };
      if (detail?.kind === constants.NODE_PERFORMANCE_GC_MINOR) scavenges++;
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  for (const { ours } of cases) for (let i = 0; i < 3; i++) ours(market);
  await wait(50);
  observer.disconnect();
  return { name: "young collections a pass", value: scavenges / (3 * cases.length), unit: "" };
}

function makeMarket(): Market {
  const random = createRandom("bench|indicators");
  const column = (): Float64Array => new Float64Array(length);
  const m = { high: column(), low: column(), close: column(), volume: column() };
  let price = 100;
  for (let t = 0; t < length; t++) {
    const open = price;
    price *= Math.exp(random.normal() * 0.005);
    m.close[t] = price;
    m.high[t] = Math.max(open, price) * (1 + random.next() * 0.004);
    m.low[t] = Math.min(open, price) * (1 - random.next() * 0.004);
    m.volume[t] = 1 + random.int(1000);
  }
  return m;
}

/** The compiled program, or undefined with a message where gcc does not run. */
function compile(folder: string): string | undefined {
  const program = join(folder, "indicators");
  const source = new URL("c/indicators.c", import.meta.url).pathname;
  try {
    execFileSync("gcc", ["-O3", "-march=native", "-o", program, source, "-lm"], { stdio: "pipe" });
    return program;
  } catch (error) {
    console.error(`No comparison with C: gcc did not compile ${source} (${String(error).split("\n")[0]}).`);
    return undefined;
  }
}

function runC(program: string, file: string, { repeats, memory }: Size): ReadonlyMap<string, Measured> {
  const lines = execFileSync(program, [file, "2", `${repeats}`, memory], { encoding: "utf8" })
    .trim()
    .split("\n");
  return new Map(
    lines.map((line) => {
      const [name = "", ms, last, sum] = line.split(" ");
      return [name, { ms: Number(ms), last: Number(last), sum: Number(sum) }];
    }),
  );
}

/** Both must compute the same thing: equal last values and sums, as far as C's running sums have not drifted. */
function compare(name: string, ours: Float64Array, { last, sum }: Measured): void {
  let total = 0;
  for (const value of ours) if (Number.isFinite(value)) total += value;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b));
  if (!near(ours.at(-1) ?? NaN, last) || !near(total / ours.length, sum / ours.length)) {
    throw new Error(`${name}: ours ends in ${ours.at(-1)} with sum ${total}, C's in ${last} with ${sum}`);
  }
}

function time(work: () => unknown): { ms: number; result: Float64Array } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result: result as Float64Array };
}
