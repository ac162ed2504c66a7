import { metricTerms } from "./terms/metrics.ts";
import { reportTerms } from "./terms/reports.ts";
import { scoreTerms } from "./terms/scores.ts";
import { statisticsTerms } from "./terms/statistics.ts";
import type { units } from "./terms/units.ts";

/** One term of the field: what it is called, what it is, and in which unit it is given; in English and in Chinese. */
export interface Term {
  readonly name: readonly [en: string, zh: string];
  readonly definition: readonly [en: string, zh: string];
  readonly unit: keyof typeof units;
}

/** The name of a term. */
export type TermKey =
  | keyof typeof metricTerms
  | keyof typeof scoreTerms
  | keyof typeof reportTerms
  | keyof typeof statisticsTerms;

/** Every term that pages use. */
export const terms: Readonly<Record<TermKey, Term>> = {
  ...metricTerms,
  ...scoreTerms,
  ...reportTerms,
  ...statisticsTerms,
};
