import { Html } from "../html.ts";
import { type Packed, pack } from "./pack-column.ts";

/** An order that was filled: bought, sold, or closed by a stop. */
export interface ExploreFill {
  /** Bar of the columns, from 0. */
  readonly bar: number;
  readonly price: number;
  readonly kind: "buy" | "sell" | "stop";
}

/** One back-test to be explored: columns of equal length over its bars. */
export interface ExploreInput {
  /** What the chooser calls it: a path, a market. */
  readonly name: string;
  /** The number of the first bar, as audits and tables count bars. */
  readonly firstBar: number;
  /** Milliseconds UTC. */
  readonly time: ArrayLike<number>;
  readonly open: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly close: ArrayLike<number>;
  /** In units of the starting equity. */
  readonly equity: ArrayLike<number>;
  /** Equity of holding the same mean exposure all the time. */
  readonly constant?: ArrayLike<number>;
  /** Share of equity held, signed. */
  readonly position: ArrayLike<number>;
  readonly fills: readonly ExploreFill[];
}

/** The same as it stands in a page. */
export interface ExploreStored {
  readonly name: string;
  readonly firstBar: number;
  readonly columns: Readonly<Record<"time" | "open" | "high" | "low" | "close" | "equity" | "position", Packed>> & {
    readonly constant?: Packed;
  };
  /** Bar, price and kind of each fill. */
  readonly fills: readonly (readonly [number, number, ExploreFill["kind"]])[];
}

/**
 * What the script of a page explores, as an element of it: six digits of every number, three characters each. Put
 * one a back-test into the page, and one `<div class="explorer" hidden></div>` where the chart is to open.
 */
export function exploreData(input: ExploreInput): Html {
  const { name, firstBar, constant, fills } = input;
  const stored: ExploreStored = {
    name,
    firstBar,
    columns: {
      time: pack(input.time, 1000),
      open: pack(input.open),
      high: pack(input.high),
      low: pack(input.low),
      close: pack(input.close),
      equity: pack(input.equity),
      position: pack(input.position, 0.001),
      ...(constant === undefined ? {} : { constant: pack(constant) }),
    },
    fills: fills.map(({ bar, price, kind }) => [bar, Number(price.toPrecision(6)), kind]),
  };
  // In a script only "<" could end it; in JSON it may stand as its number.
  const json = JSON.stringify(stored).replaceAll("<", "\\u003c");
  return new Html(`<script type="application/json" class="path-data">${json}</script>`);
}
