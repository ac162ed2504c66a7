// Makes every synthetic dataset, or the ones named: `npx node market-data/make-synthetic.ts [ID…]`.
import { join } from "node:path";
import { makeSynthetic } from "../src/adapters/market-data/synthetic-package.ts";
import { writePackage } from "../src/adapters/market-data/write-package.ts";
import { marketPresets, presetIds } from "../src/core/market/market-presets.ts";

const named = process.argv.slice(2);
for (const id of presetIds) {
  if (named.length > 0 && !named.includes(id)) continue;
  const { data, csv } = makeSynthetic(id, marketPresets[id]);
  await writePackage(join(import.meta.dirname, id), data, [csv]);
}
