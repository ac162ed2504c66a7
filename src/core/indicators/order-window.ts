import { OrderTree } from "./order-tree.ts";
import { SortedWindow } from "./sorted-window.ts";

/** Numbers of a rolling window, by their order. */
export interface OrderWindow {
  /** How many numbers it holds. */
  readonly size: number;
  /** The number at place `i` in ascending order, from 0. */
  at(i: number): number;
  /** How many numbers are at most `value`. */
  countAtMost(value: number): number;
  /** Sum of the `count` lowest numbers. */
  sumOfFirst(count: number): number;
  add(value: number): void;
  /** Puts `value` in place of one number equal to `old`, which must be there. */
  replace(old: number, value: number): void;
  clear(): void;
}

/** Up to here moving memory beats walking a tree. */
const longestSorted = 1024;

/** An empty window for up to `capacity` numbers: O(capacity) a step while that is small, then O(log capacity). */
export function orderWindow(capacity: number): OrderWindow {
  return capacity <= longestSorted ? new SortedWindow(capacity) : new OrderTree(capacity);
}
