import type { Bars } from "../bars.ts";
import type { Costs } from "../costs.ts";

/** Where the bars of a path come from. `noise` is not scored: a program that earns there reads the future. */
export type PathKind = "history" | "mirror" | "twin" | "noise";

/** ln(C_T/C_0)/(σ√T) over the scored bars: above 0.5, below −0.5, between. */
export type Regime = "rising" | "falling" | "flat";

/** One market as a program meets it: warm-up bars, then scored bars; prices rescaled, time shifted, no name. */
export interface Path {
  /** `p1` … `p8`, `noise`. */
  readonly id: string;
  readonly kind: PathKind;
  readonly regime: Regime;
  /** True if the scored bars hold a gap, a crash or a burst of volatility. */
  readonly stress: boolean;
  /** The dataset and instrument it was drawn from; never shown to a program. */
  readonly dataset: string;
  readonly symbol: string;
  /** Index of its first bar in the dataset's instrument. */
  readonly start: number;
  readonly bars: Bars;
  readonly warmupBars: number;
  readonly costs: Costs;
}
