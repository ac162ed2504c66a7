import { expect, test } from "vitest";
import { formatScore } from "../../../src/core/ranking/format-score.ts";

test.each([
  [61.374, 3.2, "61"],
  [61.374, 0.32, "61.4"],
  [61.374, 0.032, "61.37"],
  [61.374, 0.00032, "61.37"],
  [61.374, 32, "61"],
  [61.374, null, "61.4"],
  [61.374, 0, "61.4"],
  [-0.2, 3, "0"],
  [null, 1, "–"],
])("formatScore of %d with standard error %d is %s", (value, standardError, text) => {
  expect(formatScore(value, standardError)).toBe(text);
});
