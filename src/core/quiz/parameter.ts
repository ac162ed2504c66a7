import type { Random } from "../random.ts";

/** How one parameter of a template is drawn. Every value is a whole multiple of `step`, so it is shown in full. */
export type ParameterSpec =
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: "pick"; readonly values: readonly number[] }
  | {
      readonly kind: "series";
      readonly length: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | {
      readonly kind: "walk";
      readonly length: number;
      readonly start: number;
      readonly sd: number;
      readonly step: number;
    };

/** The parameters of a template by name. */
export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;

/** What a parameter comes to: a number, or a list for `series` and `walk`. */
export type ParameterValue<S extends ParameterSpec> = S extends { readonly kind: "series" | "walk" }
  ? readonly number[]
  : number;

/** Drawn values by name. */
export type ParameterValues<P extends ParameterSpecs> = { readonly [K in keyof P]: ParameterValue<P[K]> };

/** Drawn values of a template whose parameters are not known by type. */
export type AnyValues = Readonly<Record<string, number | readonly number[]>>;

/** A number in [min, max], a multiple of `step`. */
export function between(min: number, max: number, step: number): Extract<ParameterSpec, { kind: "number" }> {
  return { kind: "number", min, max, step };
}

/** One of these numbers. */
export function oneOf(...values: readonly number[]): Extract<ParameterSpec, { kind: "pick" }> {
  return { kind: "pick", values };
}

/** `length` independent numbers in [min, max], multiples of `step`. */
export function seriesOf(
  length: number,
  min: number,
  max: number,
  step: number,
): Extract<ParameterSpec, { kind: "series" }> {
  return { kind: "series", length, min, max, step };
}

/** A price path of `length` prices from `start`, relative moves of standard deviation `sd`, multiples of `step`. */
export function walkOf(
  length: number,
  start: number,
  sd: number,
  step: number,
): Extract<ParameterSpec, { kind: "walk" }> {
  return { kind: "walk", length, start, sd, step };
}

/** Draws one value a parameter, in the order of the names. */
export function drawParameters(specs: ParameterSpecs, random: Random): AnyValues {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, drawParameter(spec, random)]));
}

function drawParameter(spec: ParameterSpec, random: Random): number | readonly number[] {
  switch (spec.kind) {
    case "number":
      return uniform(spec, random);
    case "pick":
      return spec.values[random.int(spec.values.length)] as number;
    case "series":
      return Array.from({ length: spec.length }, () => uniform(spec, random));
    case "walk":
      return drawWalk(spec, random);
  }
}

function uniform(spec: { readonly min: number; readonly max: number; readonly step: number }, random: Random): number {
  const steps = Math.round((spec.max - spec.min) / spec.step);
  return toStep(spec.min + random.int(steps + 1) * spec.step, spec.step);
}

function drawWalk(spec: Extract<ParameterSpec, { kind: "walk" }>, random: Random): readonly number[] {
  const path = [spec.start];
  while (path.length < spec.length) {
    const last = path[path.length - 1] as number;
    path.push(Math.max(spec.step, toStep(last * (1 + spec.sd * random.normal()), spec.step)));
  }
  return path;
}

/** The multiple of `step` nearest to `value`, free of binary noise: 0.1 + 0.2 becomes 0.3. */
function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(10));
}
