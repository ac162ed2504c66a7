import type { Bars } from "../bars.ts";
import { UserError } from "../failure.ts";
import type { Dataset, DatasetInfo } from "../market/dataset.ts";
import type { DrawInput } from "./draw-paths.ts";
import type { Regime } from "./path.ts";
import { regimeThreshold } from "./regime.ts";
import { type TwinSource, twinSource } from "./twin.ts";

/** An instrument that windows are drawn from. */
export interface WindowSource {
  readonly info: DatasetInfo;
  readonly symbol: string;
  readonly bars: Bars;
  /** First bars of all windows of the wanted length, by their regime. */
  readonly starts: Readonly<Record<Regime, readonly number[]>>;
  readonly twins: TwinSource;
}

/** Windows this near to the border between two regimes are left aside: rounding must not move them across. */
const borderWidth = 1e-6;

/**
 * The regime of every window of `warmupBars` + `scoredBars` bars, from running sums of the log returns and their squares:
 * 10,000 windows in about a millisecond.
 */
export function windowRegimes(bars: Bars, warmupBars: number, scoredBars: number): WindowSource["starts"] {
  const sums = new Float64Array(bars.length);
  const squares = new Float64Array(bars.length);
  for (let t = 1; t < bars.length; t++) {
    const step = Math.log((bars.close[t] as number) / (bars.close[t - 1] as number));
    sums[t] = (sums[t - 1] as number) + step;
    squares[t] = (squares[t - 1] as number) + step * step;
  }
  const starts = { rising: [] as number[], falling: [] as number[], flat: [] as number[] };
  for (let start = 0; start + warmupBars + scoredBars <= bars.length; start++) {
    const before = start + warmupBars - 1;
    const growth = (sums[before + scoredBars] as number) - (sums[before] as number);
    const square = (squares[before + scoredBars] as number) - (squares[before] as number);
    const variance = (square - growth ** 2 / scoredBars) / (scoredBars - 1);
    const strength = variance < 1e-24 ? 0 : growth / Math.sqrt(variance * scoredBars);
    if (strength > regimeThreshold + borderWidth) starts.rising.push(start);
    else if (strength < -regimeThreshold - borderWidth) starts.falling.push(start);
    else if (Math.abs(strength) < regimeThreshold - borderWidth) starts.flat.push(start);
  }
  return starts;
}

/**
 * The instruments that the paths of a task can be drawn from: fit for scoring, of a class and the interval of the task, long
 * enough; in the order of their ids, whatever the order of `datasets`. Throws `UserError` where there are none.
 */
export function windowSources(input: DrawInput): readonly WindowSource[] {
  const { task, datasets } = input;
  const suits = ({ info }: Dataset): boolean =>
    info.fitForScoring && task.classes.includes(info.class) && info.interval === task.interval;
  const suitable = datasets.filter(suits).sort((a, b) => (a.info.id < b.info.id ? -1 : 1));
  const wanted = task.warmupBars + task.scoredBars;
  const markets = suitable.flatMap(({ info, bars }) =>
    bars.map((columns, i) => ({ info, symbol: info.instruments[i]?.symbol ?? String(i), bars: columns })),
  );
  const long = markets.filter(({ bars }) => bars.length > wanted);
  if (long.length === 0) throw new UserError(explainNone(input, markets));
  return long.map((market) => ({
    ...market,
    starts: windowRegimes(market.bars, task.warmupBars, task.scoredBars),
    twins: twinSource(market.bars),
  }));
}

function explainNone({ task, datasets }: DrawInput, markets: readonly { info: DatasetInfo; bars: Bars }[]): string {
  const { id, classes, interval, warmupBars, scoredBars } = task;
  const wanted = `${warmupBars} + ${scoredBars} bars`;
  if (markets.length > 0) {
    const found = markets.map(({ info, bars }) => `${info.id} (${bars.length})`).join(", ");
    return `task ${id}: too short for ${wanted} and one before: ${found}; add a longer dataset or lower the task's bars`;
  }
  const found = datasets
    .map(
      ({ info }) => `${info.id} (${info.class}, ${info.interval}${info.fitForScoring ? "" : ", not fit for scoring"})`,
    )
    .join(", ");
  return `task ${id}: no dataset of class ${classes.join(" or ")}, interval ${interval}, fit for scoring; there are ${found || "none"}`;
}
