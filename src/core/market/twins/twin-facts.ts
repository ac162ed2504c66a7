import { z } from "zod";
import { type TwinKind, twinKinds } from "./twin-kind.ts";

/** Of what a dataset is a twin, and how to make it again. */
export interface TwinFacts {
  /** Id of the dataset that it was made of. */
  readonly of: string;
  readonly kind: TwinKind;
  /** null for the mirror, which needs none. */
  readonly seed: string | null;
  /** By how much log returns and prices were multiplied; left out for other kinds than `rescaled`. */
  readonly volatilityFactor?: number | undefined;
  readonly priceFactor?: number | undefined;
  /** sha256 of the source's CSVs, hexadecimal, in the order of the instruments. */
  readonly sha256: readonly string[];
}

/** The schema of `TwinFacts` in a datapackage.json. */
export const twinFactsSchema: z.ZodType<TwinFacts> = z.strictObject({
  of: z.string(),
  kind: z.enum(twinKinds),
  seed: z.string().nullable(),
  volatilityFactor: z.number().positive().optional(),
  priceFactor: z.number().positive().optional(),
  sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1),
});
