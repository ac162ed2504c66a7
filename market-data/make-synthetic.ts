// Makes the synthetic datasets: `npx node market-data/make-synthetic.ts`.
import { join } from "node:path";
import { makeSynthetic, makeSyntheticBasket } from "../src/adapters/market-data/synthetic-package.ts";
import { writePackage } from "../src/adapters/market-data/write-package.ts";
import { basketIds, basketPresets } from "../src/core/market/basket-presets.ts";
import { marketPresets, presetIds } from "../src/core/market/market-presets.ts";

for (const id of presetIds) {
  const { data, csv } = makeSynthetic(id, marketPresets[id]);
  writePackage(join(import.meta.dirname, id), data, [csv]);
}

for (const id of basketIds) {
  const { data, csvs } = makeSyntheticBasket(id, basketPresets[id]);
  writePackage(join(import.meta.dirname, id), data, csvs);
}
