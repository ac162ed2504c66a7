/** Which stop closed a position. */
export type StopKind = "stop-loss" | "take-profit" | "trailing-stop";

/** A position closed by a stop. */
export interface StopFill {
  readonly bar: number;
  readonly kind: StopKind;
  /** The side that was closed. */
  readonly side: "long" | "short";
  /** Price of the fill: the level of the stop; the open where the price had gone through it by then. */
  readonly price: number;
  /** True for a position of an earlier bar that is closed at the open, which lies beyond the stop. */
  readonly atOpen: boolean;
}
