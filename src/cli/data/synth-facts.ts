import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import {
  type FactName,
  type FactRanges,
  type FactVerdict,
  factNames,
  factRanges,
  judgeFact,
} from "../../core/market/fact-ranges.ts";
import { generateBasket } from "../../core/market/generate-basket.ts";
import { generateMarket } from "../../core/market/generate-market.ts";
import { type StylisedFacts, stylisedFacts } from "../../core/market/stylised-facts.ts";
import { median } from "../../core/stats/estimate.ts";
import { type RealMarket, realMarkets } from "./real-markets.ts";
import { type SynthRequest, synthSpec } from "./synth-spec.ts";

/** One stylised fact of a synthetic market, its class's range, and the same of real markets. */
export interface FactRow {
  readonly fact: FactName;
  /** null where it does not exist. */
  readonly synthetic: number | null;
  /** null for a class of which no ranges are known. */
  readonly range: readonly [low: number, high: number] | null;
  readonly verdict: FactVerdict;
  /** In the order of `real`. */
  readonly real: readonly (number | null)[];
}

/** A synthetic market beside real ones. */
export interface FactTable {
  readonly id: string;
  readonly class: string;
  readonly interval: string;
  readonly bars: number;
  /** Instruments whose median is shown; 1 where there is one. */
  readonly instruments: number;
  readonly real: readonly { readonly name: string; readonly bars: number }[];
  /** Files of a folder that are no market, and why. */
  readonly skipped: readonly string[];
  readonly rows: readonly FactRow[];
}

/** Fewest bars that stylised facts are taken of. */
const leastBars = 100;

/**
 * Generates a market as `data synth` would, writes nothing, and measures it beside the real sets of its class: those of `folder`,
 * and those of the files and folders in `against`. Throws `UserError` for a wrong option or a file that cannot be read.
 */
export async function synthFacts(
  request: SynthRequest,
  where: { readonly folder: string; readonly against: readonly string[]; readonly cwd: string },
): Promise<FactTable> {
  const { id, spec } = synthSpec(request);
  const made = "members" in spec ? generateBasket(spec) : [generateMarket(spec)];
  const { markets: real, skipped } = await realMarkets(
    { class: spec.class, interval: spec.interval, session: spec.session },
    where,
  );
  const short = real.find(({ bars }) => bars.length < leastBars);
  if (short !== undefined)
    throw new UserError(`${short.name}: ${short.bars.length} bars; facts want at least ${leastBars}`);
  return {
    id,
    class: spec.class,
    interval: spec.interval,
    bars: spec.bars,
    instruments: made.length,
    real: real.map(({ name, bars }) => ({ name, bars: bars.length })),
    skipped,
    rows: factRows(made, real, factRanges(spec.class, spec.interval)),
  };
}

function factRows(made: readonly Bars[], real: readonly RealMarket[], ranges: FactRanges | null): readonly FactRow[] {
  const ours = made.map(stylisedFacts);
  const theirs = real.map(({ bars }) => stylisedFacts(bars));
  return factNames.map((fact) => {
    const synthetic = medianOf(ours, fact);
    const range = ranges?.[fact] ?? null;
    const verdict = range === null ? null : judgeFact(synthetic, range);
    return { fact, synthetic, range, verdict, real: theirs.map((facts) => facts[fact]) };
  });
}

function medianOf(all: readonly StylisedFacts[], fact: FactName): number | null {
  return median(all.flatMap((facts) => facts[fact] ?? []));
}
