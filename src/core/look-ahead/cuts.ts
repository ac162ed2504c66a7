import type { Bars } from "../bars.ts";
import type { Probe } from "../job.ts";
import { forwardFill } from "../positions.ts";
import { createRandom, type Random } from "../random.ts";

/** What the choice of cuts needs to know of a full run. */
export interface CutInput {
  readonly bars: Bars;
  /** The full run's target, NaN = keep. */
  readonly target: Float64Array;
  /** No cut lies before this bar: a probe always shows more bars than the warm-up. */
  readonly warmupBars: number;
  /** Probes wanted; fewer come out where the path has fewer bars. */
  readonly count: number;
  readonly seed: string;
  /** No copy is truncated before this bar; 0 unless given. */
  readonly truncateFrom?: number;
}

/** Share of a path that a truncated copy keeps at least. */
const shortestTruncation = 0.8;

/**
 * The probes of one path, in order of their cuts. A probe tells about the bars just before its cut, so cuts go where a
 * leak would show: of each six, one to a bar whose change of target earned most on the next bar, one to a change that lasted a
 * single bar, one to any change, one to a bar whose position earned most on the next, one to a bar with a hole in the data (programs
 * mend holes from both sides), and one anywhere, spread over the path and its last bar but one. Where a group runs dry, the last one
 * fills up. Three probes in four scramble (they show the sign of
 * a single later bar), one in four, or the last of fewer, truncates (it shows what hangs on the
 * length). Nothing is truncated below four fifths of the path: a program that stays flat, or throws, where it is given
 * fewer bars than it wants for a start (`bars.length < 500`) is careful, and looks at no bar that it should not.
 */
export function chooseCuts(input: CutInput): readonly Probe[] {
  const { bars, warmupBars, count, seed } = input;
  const from = Math.max(1, warmupBars);
  const end = bars.length - 1;
  if (from >= end || count <= 0) return [];
  const random = createRandom(`${seed}|cuts`);
  const groups = suspects(input, from, end, random);
  const shortest = Math.max(from, Math.ceil(shortestTruncation * bars.length), input.truncateFrom ?? 0);
  const truncateFrom = Math.min(end - 1, shortest);
  let truncatable = end - truncateFrom;
  const probes = new Map<number, Probe>();
  for (let group = 0; probes.size < Math.min(count, end - from); group = (group + 1) % groups.length) {
    // The kind goes by order of choice, so that every group gets both.
    const i = probes.size;
    const truncates = truncatable > 0 && (i % 4 === 3 || (count < 4 && i === count - 1));
    const bar = take(groups[group] ?? [], (each) => !probes.has(each) && (!truncates || each >= truncateFrom));
    if (bar === undefined) continue;
    if (bar >= truncateFrom) truncatable--;
    probes.set(bar, truncates ? { kind: "truncate", bar } : { kind: "scramble", bar, seed: `${seed}|scramble|${bar}` });
  }
  return [...probes.values()].sort((a, b) => a.bar - b.bar);
}

/** What the choice of cuts needs to know of the full run of a portfolio. */
export interface PortfolioCutInput extends Omit<CutInput, "bars" | "target" | "truncateFrom"> {
  /** The markets on their axis of time. */
  readonly markets: readonly Bars[];
  /** The full run's target in each. */
  readonly targets: readonly Float64Array[];
}

/**
 * The probes of a portfolio, in order of their cuts: those that chooseCuts finds in each of its markets, an equal part of
 * `count` (at least two) in each; a cut holds for all markets. Nothing is truncated before the last market has begun, where
 * one of them begins before the end: a program may well refuse a market without a price.
 */
export function choosePortfolioCuts(input: PortfolioCutInput): readonly Probe[] {
  const { markets, targets, count, seed } = input;
  const begins = markets.map(({ close }) => close.findIndex((price) => !Number.isNaN(price)));
  const truncateFrom = Math.max(...begins);
  const each = Math.max(2, Math.ceil(count / markets.length));
  const probes = new Map<number, Probe>();
  for (const [i, bars] of markets.entries()) {
    const target = targets[i] ?? new Float64Array(bars.length);
    for (const probe of chooseCuts({ ...input, bars, target, count: each, seed: `${seed}|${i}`, truncateFrom })) {
      if (!probes.has(probe.bar)) probes.set(probe.bar, probe);
    }
  }
  return [...probes.values()].sort((a, b) => a.bar - b.bar);
}

/** Queues of bars in [from, end), most telling last, so that `pop` takes them in order. The last queue holds every bar. */
function suspects(input: CutInput, from: number, end: number, random: Random): number[][] {
  const held = forwardFill(input.target);
  const { close } = input.bars;
  const changes: number[] = [];
  const fleeting: number[] = [];
  const all: number[] = [];
  const change = (t: number): number => (held[t] as number) - (held[t - 1] as number);
  const nextMove = (t: number): number => {
    const move = Math.log((close[t + 1] as number) / (close[t] as number));
    // An instrument of a portfolio has no price before it begins.
    return Number.isNaN(move) ? 0 : move;
  };
  for (let t = from; t < end; t++) {
    all.push(t);
    if (change(t) === 0) continue;
    changes.push(t);
    if (Math.abs((held[t + 1] as number) - (held[t - 1] as number)) < 0.5 * Math.abs(change(t))) fleeting.push(t);
  }
  return [
    rank(changes, (t) => change(t) * nextMove(t)),
    shuffle(fleeting, random),
    shuffle(changes, random),
    rank(all, (t) => (held[t] as number) * nextMove(t)),
    shuffle(holes(input.bars, all), random),
    [...spread(from, end, random), end - 1],
  ];
}

/** The bars without volume or range; none where a fifth of the market or more is like that. */
function holes({ high, low, volume }: Bars, bars: readonly number[]): readonly number[] {
  const begun = bars.filter((t) => !Number.isNaN(high[t]));
  const found = begun.filter((t) => !((volume[t] as number) > 0) || high[t] === low[t]);
  return found.length * 5 < bars.length ? found : [];
}

/** Ascending by value, so that the largest is popped first; ties by bar, so that the order is the same everywhere. */
function rank(bars: readonly number[], value: (bar: number) => number): number[] {
  const keyed = bars.map((bar) => ({ bar, value: value(bar) }));
  keyed.sort((a, b) => a.value - b.value || a.bar - b.bar);
  return keyed.map((each) => each.bar);
}

function shuffle(bars: readonly number[], random: Random): number[] {
  const shuffled = [...bars];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const bar = shuffled[i] as number;
    shuffled[i] = shuffled[j] as number;
    shuffled[j] = bar;
  }
  return shuffled;
}

/** Every bar of [from, end), so that any few of them from the end are spread evenly: steps of the golden ratio. */
function spread(from: number, end: number, random: Random): number[] {
  const length = end - from;
  const start = random.next();
  const order = Array.from({ length }, (_, i) => ({ bar: from + i, at: 0 }));
  for (const [i, each] of order.entries()) each.at = (start + ((i + 0.5) / length) * 0.618033988749895 * length) % 1;
  return order.sort((a, b) => a.at - b.at || a.bar - b.bar).map((each) => each.bar);
}

/** Takes the last bar that is `wanted` out of the queue; undefined if there is none. */
function take(queue: number[], wanted: (bar: number) => boolean): number | undefined {
  const at = queue.findLastIndex(wanted);
  return at < 0 ? undefined : queue.splice(at, 1)[0];
}
