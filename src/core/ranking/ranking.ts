import type { Stage } from "../failure.ts";

/** Shares of the headline score; they add up to 1. */
export interface Weights {
  readonly trading: number;
  readonly quiz: number;
  /** Off unless asked for. */
  readonly engineering: number;
}

/** The weights of the benchmark. */
export const defaultWeights: Weights = { trading: 0.75, quiz: 0.25, engineering: 0 };

/** A 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** One row of the ranking. Scores in points of 100, returns and drawdowns as fractions; null = not defined. */
export interface RankingRow {
  /** Place by overall score, from 1; null if the row is not ranked. */
  readonly rank: number | null;
  /** 1 + number of rows significantly better. */
  readonly rankLow: number | null;
  /** n − number of rows significantly worse. */
  readonly rankHigh: number | null;
  readonly model: string;
  /** True for the programmatic baselines. */
  readonly baseline: boolean;
  /** Why it is not ranked (`incomplete: …`, `fewer than 8 tasks`); null if it is. */
  readonly unranked: string | null;
  readonly overall: number | null;
  readonly trading: number | null;
  readonly quiz: number | null;
  readonly engineering: number | null;
  readonly ci: {
    readonly overall: Interval | null;
    readonly trading: Interval | null;
    readonly quiz: Interval | null;
    readonly engineering: Interval | null;
  };
  /** Standard errors of the scores, points. */
  readonly se: {
    readonly overall: number | null;
    readonly trading: number | null;
    readonly quiz: number | null;
    readonly engineering: number | null;
  };
  /** Means over all scored paths of the trading tasks. */
  readonly totalReturn: number | null;
  readonly maxDrawdown: number | null;
  readonly sharpe: number | null;
  /** Mean U of history paths less mean U of twin paths. */
  readonly mirageGap: number | null;
  /** Mean total return on the noise paths. */
  readonly noiseReturn: number | null;
  /** Share of first attempts that reached `scored`, on one path or more where the task trades. */
  readonly validAt1: number | null;
  readonly attempts: number;
  readonly questions: number;
  readonly unparsable: number;
  /** Attempts and answers that the world failed. */
  readonly notAttempted: number;
  readonly costUsd: number | null;
  /** Median latency of the calls, milliseconds. */
  readonly latencyMs: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** Attempts that ended at each stage before `scored`, or failed there on every path. */
  readonly failures: Readonly<Partial<Record<Stage, number>>>;
  /** Attempts per kind of failure, of the whole or on any path. */
  readonly failureKinds: Readonly<Record<string, number>>;
  /** Mean task score per task: U, or pass rate, or speed-up. */
  readonly tasks: Readonly<Record<string, number>>;
  /** Comes with the arena; null until then. */
  readonly arena: null;
}

/** A paired comparison of two rows. `difference` is of overall scores, a − b, in points. */
export interface RankingPair {
  readonly a: string;
  readonly b: string;
  readonly difference: number;
  readonly standardError: number | null;
  /** Tasks and quiz templates that both have. */
  readonly tasks: number;
  readonly templates: number;
  /** Two-sided, before and after Holm's correction over all pairs. */
  readonly p: number | null;
  readonly pHolm: number | null;
  readonly significant: boolean;
}

/** ranking.json. */
export interface Ranking {
  readonly version: 1;
  readonly benchmark: string;
  /** Identity of the plan: suite, seed, tasks, models, data. */
  readonly run: string;
  readonly weights: Weights;
  /** All rows, best first, baselines among them. */
  readonly models: readonly RankingRow[];
  readonly pairs: readonly RankingPair[];
  /** The rows of `models` that are baselines, again. */
  readonly baselines: readonly RankingRow[];
}
