/** Up to `capacity` numbers kept in ascending order; adding and removing move memory, finding is a binary search. */
export class SortedWindow {
  readonly #values: Float64Array;
  #size = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** The number at place `i` in ascending order, from 0. */
  at(i: number): number {
    return this.#values[i] as number;
  }

  /** How many numbers are at most `value`. */
  countAtMost(value: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#values[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(value: number): void {
    const place = this.countAtMost(value);
    this.#values.copyWithin(place + 1, place, this.#size);
    this.#values[place] = value;
    this.#size++;
  }

  /** Removes one number equal to `value`, which must be there. */
  remove(value: number): void {
    this.#values.copyWithin(this.countAtMost(value) - 1, this.countAtMost(value), this.#size);
    this.#size--;
  }

  clear(): void {
    this.#size = 0;
  }
}
