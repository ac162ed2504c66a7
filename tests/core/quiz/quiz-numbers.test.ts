import { describe, expect, it } from "vitest";
import { displayedValues, numbersIn } from "../../../src/core/quiz/displayed.ts";
import { between, drawParameters, oneOf, seriesOf, walkOf } from "../../../src/core/quiz/parameter.ts";
import { grow, list, num, pct, signedPct } from "../../../src/core/quiz/show.ts";
import { formatFixed, formatQuantity, units } from "../../../src/core/quiz/unit.ts";
import { createRandom } from "../../../src/core/random.ts";

describe("numbers in questions", () => {
  it("are shown in full: 0.0125 is 1.25%, 1250000.5 is 1,250,000.5, 4805.5 stays", () => {
    expect(pct(0.0125)).toBe("1.25%");
    expect(pct(0.07)).toBe("7%");
    expect(num(1_250_000.5)).toBe("1,250,000.5");
    expect(num(4805.5)).toBe("4805.5");
    expect(list([0.01, -0.002, 0], signedPct)).toBe("+1%, -0.2%, 0%");
  });

  it("have a fixed number of decimals in options, and no negative zero", () => {
    expect(formatFixed(-1234.5, 2)).toBe("-1,234.50");
    expect(formatFixed(-0.001, 2)).toBe("0.00");
    expect(formatFixed(1_234_567, 0)).toBe("1,234,567");
    expect(formatQuantity(12.5, units.percent, 1, "zh")).toBe("12.5%");
    expect(formatQuantity(12.5, units.usd, 1, "zh")).toBe("12.5 美元");
    expect(formatQuantity(12.5, units.ratio, 1, "en")).toBe("12.5");
  });

  it("are read back from a text: -5.9%, 10,000 and −1", () => {
    expect(numbersIn("returns -5.9%, +3%, from 10,000 to 1,234.5; −1")).toEqual([-5.9, 3, 10_000, 1234.5, -1]);
    expect(numbersIn("2/3 of S0, 4805.5, 4792")).toEqual([2, 3, 4805.5, 4792]);
  });

  it("tell what a reader knows of the parameters", () => {
    expect(displayedValues({ rate: 0.05, price: 101.5 }, "5% and 101.5")).toEqual({ rate: 0.05, price: 101.5 });
    expect(displayedValues({ rate: 0.0502 }, "5%")).toEqual({ rate: 0.05 });
    expect(displayedValues({ rate: 0.07 }, "5%")).toBeNull();
  });

  it("grow compounds returns of 10 % and −50 % to 0.55", () => {
    expect(grow([0.1, -0.5])[2]).toBeCloseTo(0.55, 15);
  });
});

describe("drawParameters", () => {
  const specs = {
    a: between(0.02, 0.2, 0.005),
    b: oneOf(3, 5),
    c: seriesOf(50, -1, 1, 0.1),
    d: walkOf(9, 100, 0.1, 0.5),
  };

  it("draws whole multiples of the step within the range, free of binary noise", () => {
    for (let i = 0; i < 200; i++) {
      const { a, b, c, d } = drawParameters(specs, createRandom(`draw|${i}`));
      expect(Number(a)).toBeGreaterThanOrEqual(0.02);
      expect(Number(a)).toBeLessThanOrEqual(0.2);
      expect(String(a).length).toBeLessThanOrEqual(5);
      expect([3, 5]).toContain(b);
      expect((c as readonly number[]).every((x) => Math.abs(x) <= 1 && String(x).length <= 4)).toBe(true);
      expect((d as readonly number[])[0]).toBe(100);
      expect((d as readonly number[]).every((x) => x > 0 && Number.isInteger(x * 2))).toBe(true);
    }
  });

  it("reaches both ends of a range", () => {
    const drawn = Array.from(
      { length: 300 },
      (_, i) => drawParameters({ a: between(1, 4, 1) }, createRandom(`${i}`))["a"],
    );
    expect(new Set(drawn)).toEqual(new Set([1, 2, 3, 4]));
  });
});
