import type { Bars } from "../bars.ts";
import type { Costs } from "../costs.ts";

/** What the benchmark needs to know of a dataset: the part of its datapackage.json that a run reads. */
export interface DatasetInfo {
  /** The folder's name under market-data/. */
  readonly id: string;
  readonly title: string;
  /** e.g. `equity-index`, `equity`, `fx`, `crypto`, `commodity`, `rates`. */
  readonly class: string;
  /** e.g. `1d`, `1h`, `5m`. */
  readonly interval: string;
  /** IANA name, e.g. `America/New_York`. */
  readonly timezone: string;
  readonly barsPerYear: number;
  readonly costs: Costs;
  /** True if made by the project's generator. */
  readonly synthetic: boolean;
  /** False if it was added in spite of errors: never drawn for scored paths. */
  readonly fitForScoring: boolean;
  readonly instruments: readonly { readonly symbol: string; readonly sha256: string; readonly bars: number }[];
}

/** A dataset with the columns of each of its instruments, in the order of `info.instruments`. */
export interface Dataset {
  readonly info: DatasetInfo;
  readonly bars: readonly Bars[];
}
