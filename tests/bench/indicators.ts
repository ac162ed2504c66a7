import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { createRandom } from "../../src/core/random.ts";
import type { Figure } from "./figure.ts";
import { indicatorCases as cases, type Market, type PlainMarket } from "./indicator-cases.ts";

const length = 1_000_000;
const rounds = 9;
/** Samples in a round: a busy machine disturbs most, so the best of many short ones counts. */
const samples = 4;

/** What the C program measured of one indicator. */
interface Measured {
  readonly ms: number;
  readonly last: number;
  readonly sum: number;
}

/** A length of series, how often one sample goes through it, and how many samples make 1M bars. */
interface Size {
  readonly name: string;
  readonly bars: number;
  readonly repeats: number;
  readonly parts: number;
  /** Whether C writes its results into new memory, as ours does, or into the same again and again. */
  readonly memory: "new" | "same";
}

const sizes: readonly Size[] = [
  { name: "1M bars", bars: length, repeats: 1, parts: 1, memory: "new" },
  { name: "1M bars, C in kept memory", bars: length, repeats: 1, parts: 1, memory: "same" },
  { name: "400 × 2,500 bars", bars: 2500, repeats: 40, parts: 10, memory: "same" },
];

/** Best milliseconds of ours and of the C, Infinity where there is no C. */
interface Best {
  ours: number;
  c: number;
}

/**
 * Speed of the indicators, best of many samples, beside the same indicators in C (gcc -O3 -march=native, where there
 * is a gcc), whose results are compared on the way; and against technicalindicators. Over one long series new memory
 * from the system takes most of the time of either: there C is measured twice, with new memory each time and with the
 * same again and again, as over short series. Ours pays for a new column each time, as users do. The floors say below
 * what no code of ours can go.
 */
export async function bench(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-bench-"));
  try {
    const market = makeMarket();
    const program = compile(folder);
    const compared = { name: program ? "compared with C" : "compared with C: none, gcc did not compile it", unit: "" };
    const found: Figure[] = [{ ...compared, value: program ? cases.length : 0 }];
    const bests = sizes.map((size) => measure(cut(market, size.bars), size, program, join(folder, "market.bin")));
    sizes.forEach((size, i) => {
      found.push(...floors(cut(market, size.bars), size), ...figuresOf(bests[i] ?? new Map(), size));
    });
    found.push(...compareWithTheirs(toPlain(market), bests[0] ?? new Map()));
    return [...found, await countScavenges(market)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Best times for 1M bars of every case: C, ours, C again. Not in turns: starting a process makes every page of this one
 * copy-on-write, and the faults that follow would double our times.
 */
function measure(market: Market, size: Size, program: string | undefined, file: string): ReadonlyMap<string, Best> {
  const { high, low, close, volume } = market;
  writeFileSync(file, Buffer.concat([high, low, close, volume].map((x) => Buffer.from(x.buffer))));
  const best = new Map<string, Best>(cases.map(({ name }) => [name, { ours: Infinity, c: Infinity }]));
  const run = (): void => {
    for (const [name, measured] of program ? runC(program, file, size) : []) {
      const one = best.get(name);
      if (one) one.c = Math.min(one.c, measured.ms * size.parts);
      const ours = cases.find((found) => found.name === name)?.ours(market);
      if (ours) compare(name, ours, measured);
    }
  };
  run();
  for (const one of cases) for (let i = 0; i < 12; i++) sample(() => one.ours(market), size);
  for (let round = 0; round < rounds; round++) {
    for (const { name, ours } of cases) {
      const one = best.get(name);
      const now = bestOf(() => ours(market), size, samples);
      if (one) one.ours = Math.min(one.ours, now);
    }
  }
  run();
  return best;
}

/** Milliseconds for 1M bars, from one sample of them. */
function sample(work: () => unknown, { repeats, parts }: Pick<Size, "repeats" | "parts">): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) work();
  return (performance.now() - start) * parts;
}

function bestOf(work: () => unknown, size: Size, count: number): number {
  return Math.min(...Array.from({ length: count }, () => sample(work, size)));
}

function figuresOf(bests: ReadonlyMap<string, Best>, size: Size): Figure[] {
  return [...bests].flatMap(([name, { ours, c }]) => [
    { name: `${name}, ${size.name}`, value: ours, unit: "ms" },
    ...(Number.isFinite(c)
      ? [{ name: `${name} over C, ${size.name}`, value: ours / c, unit: `times its time${verdict(ours <= 2 * c, 2)}` }]
      : []),
  ]);
}

function verdict(reached: boolean, aim: number): string {
  return ` (aim ${aim}: ${reached ? "reached" : "not reached"})`;
}

/**
 * What a result costs before anything is computed: a new column, filled; and what each step of an exponential average
 * has to wait for the one before, three dependent operations, with nothing stored.
 */
function floors({ close }: Market, size: Size): Figure[] {
  const fill = (): number => new Float64Array(close.length).fill(1).length;
  return [
    { name: `floor: a new column, ${size.name}`, value: bestOf(fill, size, 60), unit: "ms" },
    { name: `floor: one recurrence, ${size.name}`, value: bestOf(() => lastAverage(close), size, 60), unit: "ms" },
  ];
}

function lastAverage(x: Float64Array): number {
  let value = 0;
  for (let t = 0; t < x.length; t++) value += ((x[t] as number) - value) * 0.1;
  return value;
}

/** technicalindicators' time over ours, with that over C's in like memory where ours does not reach the aim. */
function compareWithTheirs(plain: PlainMarket, bests: ReadonlyMap<string, Best>): Figure[] {
  return cases.flatMap(({ name, theirs }) => {
    const { ours = Infinity, c = Infinity } = bests.get(name) ?? {};
    if (!theirs) return [];
    const time = Math.min(...[1, 2].map(() => sample(() => theirs(plain), { repeats: 1, parts: 1 })));
    const ofC = Number.isFinite(c) && time / ours < 50 ? `; over C ${(time / c).toPrecision(3)}` : "";
    const unit = `times its time${verdict(time / ours >= 50, 50)}${ofC}`;
    return [{ name: `technicalindicators' over ${name}, 1M bars`, value: time / ours, unit }];
  });
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

/** The compiled program, or undefined where gcc does not run. */
function compile(folder: string): string | undefined {
  const program = join(folder, "indicators");
  const source = new URL("c/indicators.c", import.meta.url).pathname;
  try {
    execFileSync("gcc", ["-O3", "-march=native", "-o", program, source, "-lm"], { stdio: "pipe" });
    return program;
  } catch {
    return undefined;
  }
}

function runC(program: string, file: string, { repeats, memory }: Size): ReadonlyMap<string, Measured> {
  const lines = execFileSync(program, [file, `${rounds}`, `${repeats}`, memory], { encoding: "utf8" })
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
