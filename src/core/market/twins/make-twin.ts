import type { Bars } from "../../bars.ts";
import { mirror } from "../../paths/mirror.ts";
import { bootstrapTwin } from "./bootstrap-twin.ts";
import { noiseTwin } from "./noise-twin.ts";
import { permutedTwin } from "./permuted-twin.ts";
import { drawFactors, rescaledTwin, type ScaleFactors } from "./rescaled-twin.ts";
import type { TwinKind } from "./twin-kind.ts";

/** What a twin is made by. */
export interface TwinRequest {
  readonly kind: TwinKind;
  /** The same seed gives the same twin; `mirror` needs none. Instruments with equal times get the same draws. */
  readonly seed: string;
  /** For `rescaled`, > 0: by how much log returns, and prices, are multiplied; drawn from the seed unless given. */
  readonly volatilityFactor?: number | undefined;
  readonly priceFactor?: number | undefined;
}

/** A twin of a market of at least 2 bars: as many bars, the same times, sound by `validateBars`. */
export function makeTwin(bars: Bars, request: TwinRequest): Bars {
  const seed = streamOf(request);
  switch (request.kind) {
    case "bootstrap":
      return bootstrapTwin(bars, seed);
    case "mirror":
      return mirror(bars);
    case "permuted":
      return permutedTwin(bars, seed);
    case "rescaled":
      return rescaledTwin(bars, scaleFactors(request));
    case "noise":
      return noiseTwin(bars, seed);
  }
}

/** By how much a `rescaled` twin is rescaled: what the request states, else drawn from its seed. */
export function scaleFactors(request: TwinRequest): ScaleFactors {
  const drawn = drawFactors(streamOf(request));
  return { volatility: request.volatilityFactor ?? drawn.volatility, price: request.priceFactor ?? drawn.price };
}

function streamOf({ kind, seed }: TwinRequest): string {
  return `twin|${kind}|${seed}`;
}
