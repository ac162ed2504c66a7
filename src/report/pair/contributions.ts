import type { ComparedUnit, Comparison } from "../../core/ranking/compare-pair.ts";
import type { Weights } from "../../core/ranking/ranking.ts";

/** A unit that both models have, and what it adds to the difference of their overall scores. */
export interface Contribution extends ComparedUnit {
  readonly difference: number;
  /** Points of Overall: weight of the part × difference / units of the part. */
  readonly contribution: number;
}

/** What every unit contributes, the largest first; they add up to the difference of the overall scores. */
export function contributions({ units }: Pick<Comparison, "units">, weights: Weights): readonly Contribution[] {
  const shared = units.flatMap((unit) => (unit.difference === null ? [] : [{ ...unit, difference: unit.difference }]));
  const counts = new Map<string, number>();
  for (const { part } of shared) counts.set(part, (counts.get(part) ?? 0) + 1);
  return shared
    .map((unit) => ({ ...unit, contribution: (weights[unit.part] * unit.difference) / (counts.get(unit.part) ?? 1) }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}

/** How few of the units make up more than half of all that speaks for `sign` (1 for a, −1 for b). */
export function halfOf(all: readonly Contribution[], sign: 1 | -1): number {
  const speaking = all.map((unit) => sign * unit.contribution).filter((value) => value > 0);
  const total = speaking.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (const [i, value] of speaking.sort((a, b) => b - a).entries()) {
    sum += value;
    if (sum > total / 2) return i + 1;
  }
  return speaking.length;
}
