import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/core/market/dataset.ts";
import { fidelity } from "../../../src/core/score/fidelity.ts";
import { secondImplementations } from "./second-implementations.ts";
import { library, loadDatasets, pathsOf, targetsOf } from "./support.ts";

let datasets: readonly Dataset[];
beforeAll(async () => {
  datasets = await loadDatasets();
});

const seeds = ["one", "two", "three"];

async function compare(
  id: string,
  seed: string,
  other: (path: number) => Promise<readonly number[]>,
): Promise<unknown> {
  const paths = await pathsOf(id, datasets, seed);
  const rows = await Promise.all(
    paths.map(async (path, i) => ({
      id: path.id,
      wanted: { target: Float64Array.from(await targetsOf(id, "reference.ts", path.bars)) },
      given: { target: Float64Array.from(await other(i)) },
    })),
  );
  return fidelity(rows);
}

const all = { pass: true, pathsEqual: 8, paths: 8, firstDifference: null };

describe("references of implement and repair tasks", () => {
  it("every one has a second implementation, written from the brief alone", async () => {
    const ids = (await library.ids()).filter((id) => /^(implement|repair)-/.test(id));
    expect(Object.keys(secondImplementations).sort()).toEqual(ids);
  });

  it.each(Object.entries(secondImplementations))("%s equals it on 24 paths to 1e-9", async (id, second) => {
    for (const seed of seeds) {
      const paths = await pathsOf(id, datasets, seed);
      expect(await compare(id, seed, async (i) => second(paths[i]?.bars as (typeof paths)[number]["bars"]))).toEqual(
        all,
      );
    }
  });

  it.each(Object.keys(secondImplementations))("%s takes at least two different targets on every draw", async (id) => {
    for (const seed of seeds) {
      const paths = await pathsOf(id, datasets, seed);
      const found = await Promise.all(paths.map((path) => targetsOf(id, "reference.ts", path.bars)));
      expect(new Set(found.flat()).size).toBeGreaterThan(1);
    }
  });
});
