import { expect, it } from "vitest";
import { gather } from "../../../src/adapters/compiler/gather.ts";

it("calls of one moment go together, those during the work together after it", async () => {
  const batches: (readonly number[])[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const double = gather(
    async (items: readonly number[]) => {
      batches.push(items);
      if (batches.length === 1) await held;
      return items.map((item) => item * 2);
    },
    1,
    10,
  );
  const first = [double(1), double(2)];
  while (batches.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = [double(3), double(4), double(5)];
  release();
  expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it("more than the limit are several batches", async () => {
  const sizes: number[] = [];
  const same = gather(
    async (items: readonly number[]) => {
      sizes.push(items.length);
      return items;
    },
    0,
    2,
  );
  expect(await Promise.all([1, 2, 3, 4, 5].map(same))).toEqual([1, 2, 3, 4, 5]);
  expect(sizes).toEqual([2, 2, 1]);
});

it("a failed batch fails each of its calls, and the next batch runs", async () => {
  const work = gather(
    async (items: readonly number[]) => {
      if (items.includes(0)) throw new Error("zero");
      return items;
    },
    0,
    2,
  );
  const settled = await Promise.allSettled([0, 1, 2].map(work));
  expect(settled.map((each) => each.status)).toEqual(["rejected", "rejected", "fulfilled"]);
});
