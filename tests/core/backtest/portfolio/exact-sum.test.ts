import { expect, test } from "vitest";
import { ExactSum } from "../../../../src/core/backtest/portfolio/exact-sum.ts";
import { productError } from "../../../../src/core/backtest/product-error.ts";
import { createRandom } from "../../../../src/core/random.ts";
import { BigFloat } from "../big-float.ts";

test("10¹⁶ + 1 − 10¹⁶ is 1, where doubles come to 0", () => {
  expect(new ExactSum(1e16).add(1).add(-1e16).value).toBe(1);
});

test("0.1 · 3 − 0.3 of the doubles of these names is 2.8 · 10⁻¹⁷", () => {
  expect(new ExactSum(0).addProduct(0.1, 3).add(-0.3).value).toBe(2 ** -55);
});

test("a product and what rounding took from it are a·b exactly", () => {
  const random = createRandom("product");
  for (let i = 0; i < 1000; i++) {
    const a = random.normal() * 10 ** (random.int(60) - 30);
    const b = random.normal() * 10 ** (random.int(60) - 30);
    const rest = BigFloat.of(a)
      .times(BigFloat.of(b))
      .minus(BigFloat.of(a * b));
    expect(productError(a, b, a * b)).toBe(rest.toNumber());
  }
});

test("a copy goes its own way; a sum that is too large for a number is infinite", () => {
  const sum = new ExactSum(1).add(2 ** -60);
  expect(sum.copy().add(-1).value).toBe(2 ** -60);
  expect(sum.value).toBe(1);
  expect(new ExactSum(1e308).addProduct(1e200, 1e200).add(1).value).toBe(Number.POSITIVE_INFINITY);
});
