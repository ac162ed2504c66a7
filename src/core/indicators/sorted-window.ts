import type { OrderWindow } from "./order-window.ts";

/** An order window as a sorted array: what lies between an old value and its successor moves by one place. */
export class SortedWindow implements OrderWindow {
  readonly #values: Float64Array;
  size = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  at(i: number): number {
    return this.#values[i] as number;
  }

  countAtMost(value: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#values[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  sumOfFirst(count: number): number {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#values[i] as number;
    return sum;
  }

  add(value: number): void {
    this.#settle(this.size, value);
    this.size++;
  }

  replace(old: number, value: number): void {
    this.#settle(this.countAtMost(old) - 1, value);
  }

  clear(): void {
    this.size = 0;
  }

  /** Puts the value where it belongs, given that place `i` is free. */
  #settle(i: number, value: number): void {
    const values = this.#values;
    const last = Math.min(this.size, values.length) - 1;
    let place = i;
    while (place < last && (values[place + 1] as number) < value) {
      values[place] = values[place + 1] as number;
      place++;
    }
    while (place > 0 && (values[place - 1] as number) > value) {
      values[place] = values[place - 1] as number;
      place--;
    }
    values[place] = value;
  }
}
