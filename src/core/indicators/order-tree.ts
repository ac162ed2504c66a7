import type { OrderWindow } from "./order-window.ts";

/**
 * An order window as a treap (Seidel & Aragon 1996): a search tree by value and a heap by a fixed scramble of the
 * node's number, so that its expected depth is O(log n) whatever the values. Node 0 is no node. Sizes and sums are
 * those of whole subtrees, made of additions only.
 */
export class OrderTree implements OrderWindow {
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #count: Int32Array;
  readonly #value: Float64Array;
  readonly #sum: Float64Array;
  #root = 0;
  #above = 0; // second result of #split
  #freed = 0; // the node that #without took out

  constructor(capacity: number) {
    this.#left = new Int32Array(capacity + 1);
    this.#right = new Int32Array(capacity + 1);
    this.#count = new Int32Array(capacity + 1);
    this.#value = new Float64Array(capacity + 1);
    this.#sum = new Float64Array(capacity + 1);
  }

  get size(): number {
    return this.#count[this.#root] as number;
  }

  at(i: number): number {
    let node = this.#root;
    let place = i;
    for (;;) {
      const before = this.#count[this.#left[node] as number] as number;
      if (place === before) break;
      if (place < before) node = this.#left[node] as number;
      else {
        place -= before + 1;
        node = this.#right[node] as number;
      }
    }
    return this.#value[node] as number;
  }

  countAtMost(value: number): number {
    let node = this.#root;
    let count = 0;
    while (node !== 0) {
      if ((this.#value[node] as number) <= value) {
        count += (this.#count[this.#left[node] as number] as number) + 1;
        node = this.#right[node] as number;
      } else node = this.#left[node] as number;
    }
    return count;
  }

  sumOfFirst(count: number): number {
    let node = this.#root;
    let rest = count;
    let sum = 0;
    while (node !== 0 && rest > 0) {
      const before = this.#left[node] as number;
      const size = this.#count[before] as number;
      if (rest > size) {
        sum += (this.#sum[before] as number) + (this.#value[node] as number);
        rest -= size + 1;
        node = this.#right[node] as number;
      } else node = before;
    }
    return sum;
  }

  add(value: number): void {
    this.#insert(this.size + 1, value);
  }

  replace(old: number, value: number): void {
    this.#root = this.#without(this.#root, old);
    this.#insert(this.#freed, value);
  }

  clear(): void {
    this.#root = 0;
  }

  #insert(node: number, value: number): void {
    this.#value[node] = value;
    this.#left[node] = 0;
    this.#right[node] = 0;
    this.#renew(node);
    const atMost = this.#split(this.#root, value);
    const above = this.#above;
    this.#root = this.#merge(this.#merge(atMost, node), above);
  }

  /** Cuts a subtree: answers with what is at most `value`, leaves the rest in `#above`. */
  #split(node: number, value: number): number {
    if (node === 0) {
      this.#above = 0;
      return 0;
    }
    if ((this.#value[node] as number) <= value) {
      this.#right[node] = this.#split(this.#right[node] as number, value);
      this.#renew(node);
      return node;
    }
    const atMost = this.#split(this.#left[node] as number, value);
    this.#left[node] = this.#above;
    this.#renew(node);
    this.#above = node;
    return atMost;
  }

  /** Joins two subtrees, nothing in `a` above anything in `b`. */
  #merge(a: number, b: number): number {
    if (a === 0) return b;
    if (b === 0) return a;
    if (priority(a) > priority(b)) {
      this.#right[a] = this.#merge(this.#right[a] as number, b);
      this.#renew(a);
      return a;
    }
    this.#left[b] = this.#merge(a, this.#left[b] as number);
    this.#renew(b);
    return b;
  }

  /** The subtree without one number equal to `value`, whose node goes to `#freed`. */
  #without(node: number, value: number): number {
    const here = this.#value[node] as number;
    if (here === value) {
      this.#freed = node;
      return this.#merge(this.#left[node] as number, this.#right[node] as number);
    }
    if (value < here) this.#left[node] = this.#without(this.#left[node] as number, value);
    else this.#right[node] = this.#without(this.#right[node] as number, value);
    this.#renew(node);
    return node;
  }

  #renew(node: number): void {
    const left = this.#left[node] as number;
    const right = this.#right[node] as number;
    this.#count[node] = (this.#count[left] as number) + (this.#count[right] as number) + 1;
    this.#sum[node] = (this.#sum[left] as number) + (this.#sum[right] as number) + (this.#value[node] as number);
  }
}

/** A fixed scramble of a node's number (the finaliser of a multiplicative hash): the heap order of the treap. */
function priority(node: number): number {
  const mixed = Math.imul(node ^ (node >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0;
}
