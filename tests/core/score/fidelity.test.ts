import fc from "fast-check";
import { expect, test } from "vitest";
import { forwardFill } from "../../../src/core/positions.ts";
import { fidelity } from "../../../src/core/score/fidelity.ts";

function positions(...target: readonly number[]) {
  return { target: Float64Array.from(target) };
}

test("equal targets on every path pass", () => {
  const paths = [
    { id: "p1", wanted: positions(0, 1, 1), given: positions(0, 1, 1) },
    { id: "p2", wanted: positions(0, -1, 0), given: positions(0, -1 + 1e-10, 0) },
  ];
  expect(fidelity(paths)).toEqual({ pass: true, pathsEqual: 2, paths: 2, firstDifference: null });
});

test("NaN, which keeps the target, equals the same number again", () => {
  const paths = [{ id: "p1", wanted: positions(Number.NaN, 1, 1, 0), given: positions(0, 1, Number.NaN, 0) }];
  expect(fidelity(paths).pass).toBe(true);
});

test("the first differing bar of the first differing path is shown, 1e-8 apart", () => {
  const paths = [
    { id: "p1", wanted: positions(0, 1), given: positions(0, 1) },
    { id: "p2", wanted: positions(0, 0.5, 1), given: positions(0, 0.5 + 1e-8, 0) },
    { id: "p3", wanted: positions(1), given: positions(0) },
  ];
  expect(fidelity(paths)).toEqual({
    pass: false,
    pathsEqual: 1,
    paths: 3,
    firstDifference: { path: "p2", bar: 1, wanted: 0.5, given: 0.5 + 1e-8 },
  });
});

test("a path on which the program failed differs at bar 0, a short answer where it ends", () => {
  expect(fidelity([{ id: "p1", wanted: positions(0, 1), given: null }]).firstDifference).toEqual({
    path: "p1",
    bar: 0,
    wanted: 0,
    given: null,
  });
  const short = fidelity([{ id: "p1", wanted: positions(0, 1), given: positions(0) }]);
  expect(short.firstDifference).toEqual({ path: "p1", bar: 1, wanted: 1, given: null });
});

test("nothing given for nothing wanted is no pass either", () => {
  expect(fidelity([{ id: "p1", wanted: positions(), given: null }]).pass).toBe(false);
});

test("no path is no pass", () => {
  expect(fidelity([])).toEqual({ pass: false, pathsEqual: 0, paths: 0, firstDifference: null });
});

test("any targets equal their forward-filled form", () => {
  const target = fc.array(fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(Number.NaN)), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(target, (raw) => {
      const paths = [{ id: "p", wanted: positions(...raw), given: { target: forwardFill(raw) } }];
      expect(fidelity(paths).pass).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("stops differ where they are in force: bar 2, 0.05 wanted and 0.06 given", () => {
  const wanted = { ...positions(0, 0, 1, 1), stopLoss: Float64Array.of(1, 2, 0.05, 4) };
  const given = { ...positions(0, 0, 1, 1), stopLoss: Float64Array.of(3, 3, 0.06, 3) };
  const difference = { path: "p", bar: 2, column: "stopLoss", wanted: 0.05, given: 0.06 };
  expect(fidelity([{ id: "p", wanted, given }]).firstDifference).toEqual(difference);
  const near = { ...given, stopLoss: Float64Array.of(3, 3, 0.05 + 1e-10, 3) };
  expect(fidelity([{ id: "p", wanted, given: near }]).pass).toBe(true);
});

test("a stop that is wanted and not given is a difference; NaN, infinity and no column are one", () => {
  const wanted = { ...positions(1, 1), takeProfit: Float64Array.of(0.1, 0.1) };
  expect(fidelity([{ id: "p", wanted, given: positions(1, 1) }]).firstDifference).toEqual({
    path: "p",
    bar: 0,
    column: "takeProfit",
    wanted: 0.1,
    given: null,
  });
  const never = { ...positions(1, 1), takeProfit: Float64Array.of(Number.NaN, 0.1) };
  const far = { ...positions(1, 1), takeProfit: Float64Array.of(Number.POSITIVE_INFINITY, 0.1) };
  expect(fidelity([{ id: "p", wanted: never, given: positions(1, 1) }]).pass).toBe(true);
  expect(fidelity([{ id: "p", wanted: never, given: far }]).pass).toBe(true);
});
