import { productError } from "../product-error.ts";

/**
 * A sum of numbers and products as if computed with twice the digits and rounded once: right to its last digits where terms a
 * million times as large cancel. Ogita, Rump and Oishi, "Accurate sum and dot product" (2005), algorithm 5.3.
 */
export class ExactSum {
  #high: number;
  #low = 0;

  constructor(start: number) {
    this.#high = start;
  }

  /** The sum so far; infinite or NaN where a term was, or became too large. */
  get value(): number {
    return Number.isFinite(this.#low) ? this.#high + this.#low : this.#high;
  }

  /** Adds a number. */
  add(x: number): this {
    const sum = this.#high + x;
    const back = sum - this.#high;
    // What rounding took (Knuth's TwoSum).
    this.#low += this.#high - (sum - back) + (x - back);
    this.#high = sum;
    return this;
  }

  /** Adds a·b, `low` being what rounding took from a. */
  addProduct(a: number, b: number, low = 0): this {
    const product = a * b;
    this.add(product);
    this.#low += productError(a, b, product) + low * b;
    return this;
  }

  /** A sum of its own that begins with this one. */
  copy(): ExactSum {
    const copy = new ExactSum(this.#high);
    copy.#low = this.#low;
    return copy;
  }
}
