import { generateMarket } from "../../src/core/market/generate-market.ts";
import { lintMarket } from "../../src/core/market/lint.ts";
import { marketPresets, type PresetId } from "../../src/core/market/market-presets.ts";
import { rawOfBars } from "../../src/core/market/raw-of-bars.ts";
import { repairMarket } from "../../src/core/market/repair.ts";
import { type Figure, median } from "./figure.ts";

const bars = 1_000_000;

/** Seconds of the middle one of five runs. */
function middle(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return median(times);
}

/** Seconds to lint, and to repair, a million sound bars. */
export async function bench(): Promise<readonly Figure[]> {
  const markets: readonly (readonly [PresetId, string])[] = [
    ["syn-equity-5m", "America/New_York"],
    ["syn-crypto-1h", "UTC"],
  ];
  return markets.flatMap(([id, timezone]) => {
    const spec = { ...marketPresets[id], bars };
    const raw = rawOfBars(generateMarket(spec));
    const facts = { class: spec.class, interval: spec.interval, timezone };
    return [
      {
        name: `lint of a million bars, ${spec.class} ${spec.interval}`,
        value: middle(() => lintMarket(raw, facts)),
        unit: "s",
      },
      { name: `repair of the same, nothing to mend`, value: middle(() => repairMarket(raw, facts)), unit: "s" },
    ];
  });
}
