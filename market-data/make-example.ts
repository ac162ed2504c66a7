// Writes market-data/example.csv, the vendor's file of the README: `npx node market-data/make-example.ts`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateMarket } from "../src/core/market/generate-market.ts";
import { marketPresets } from "../src/core/market/market-presets.ts";

/**
 * Days of a made-up stock in a layout that spreadsheets write in Germany: semicolons, decimal commas, newest first. One row
 * stands there twice and one has no prices, as in many a real download.
 */
export function makeExample(): string {
  const bars = 1300;
  const market = generateMarket({ ...marketPresets["syn-equity-daily"], seed: "example", bars });
  const decimal = (value: number | undefined): string => (value as number).toFixed(2).replace(".", ",");
  const rows = Array.from({ length: bars }, (_, t) => {
    const [year, month, day] = new Date(market.time[t] as number).toISOString().slice(0, 10).split("-");
    const prices = [market.open[t], market.high[t], market.low[t], market.close[t]].map(decimal);
    return [`${day}.${month}.${year}`, ...prices, String(market.volume[t])];
  }).reverse();
  const empty = [rows[400]?.[0] ?? "", "", "", "", "", ""];
  const spoiled = [...rows.slice(0, 400), empty, ...rows.slice(401, 900), rows[899] ?? [], ...rows.slice(900)];
  return `Datum;Eröffnung;Hoch;Tief;Schluss;Volumen\n${spoiled.map((row) => row.join(";")).join("\n")}\n`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, "example.csv"), makeExample());
