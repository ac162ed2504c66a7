import type { AnyValues } from "../../../src/core/quiz/parameter.ts";

/** A template's parameters, read without types: a wrong name gives NaN and so fails its test. */
export interface Values {
  /** The number of that name. */
  readonly n: (name: string) => number;
  /** The list of that name. */
  readonly l: (name: string) => readonly number[];
}

/** Reads drawn values by name. */
export function valuesOf(values: AnyValues): Values {
  return {
    n: (name) => (typeof values[name] === "number" ? values[name] : Number.NaN),
    l: (name) => (Array.isArray(values[name]) ? (values[name] as readonly number[]) : []),
  };
}

/** The point of [low, high] from which on `isAbove` holds. */
export function bisect(low: number, high: number, isAbove: (x: number) => boolean): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    if (isAbove(middle)) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** The deepest of all falls between any two values, later below earlier. */
export function deepestPair(equity: readonly number[]): number {
  let deepest = 0;
  equity.forEach((before, i) => {
    for (const after of equity.slice(i + 1)) deepest = Math.max(deepest, 1 - after / before);
  });
  return deepest;
}

/** Area under the normal density up to z, by Simpson's rule. */
export function normalArea(z: number): number {
  const steps = 4000;
  const from = -12;
  const h = (z - from) / steps;
  let area = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    area += weight * Math.exp(-0.5 * (from + i * h) ** 2);
  }
  return (area * h) / 3 / Math.sqrt(2 * Math.PI);
}

/** A + B as vectors: B's part along A, and across it. */
export function volatilityByVectors(v: Values): number {
  const a = v.n("weight") * v.n("volA");
  const b = (1 - v.n("weight")) * v.n("volB");
  return Math.hypot(a + b * v.n("rho"), b * Math.sqrt(1 - v.n("rho") ** 2));
}
