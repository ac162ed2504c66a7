import type { Model } from "../../core/model.ts";
import type { Ranking } from "../../core/ranking/ranking.ts";
import type { PlanPart } from "../../core/ranking/ranking-input.ts";

/** A run on a leaderboard. */
export interface BoardRun {
  readonly run: string;
  /** Its pages, from the page of the leaderboard. */
  readonly href: string;
  readonly seed: string;
  /** Its models. */
  readonly rows: number;
}

/** One ranking over all runs of a suite and benchmark version that asked the same. */
export interface Board {
  readonly suite: string;
  readonly benchmark: string;
  readonly ranking: Ranking;
  /** The models of the ranking. */
  readonly models: readonly Model[];
  readonly runs: readonly BoardRun[];
  /** Runs of the same suite and version that asked something else, and the first thing in which they differ. */
  readonly apart: readonly { readonly run: BoardRun; readonly differs: PlanPart }[];
}

/** Another leaderboard of the same site. */
export interface OtherBoard {
  readonly suite: string;
  readonly benchmark: string;
  readonly href: string;
}
