import { dataCommand } from "../../src/cli/commands/data.ts";
import { generateMarket } from "../../src/core/market/generate-market.ts";
import { marketPresets } from "../../src/core/market/market-presets.ts";
import { type Caught, runCommand } from "./run-command.ts";

/** Days of a made-up index as Yahoo Finance writes them; `edit` may spoil the lines behind the header. */
export function yahooFile(bars: number, edit: (lines: string[]) => string[] = (lines) => lines): string {
  const market = generateMarket({ ...marketPresets["syn-equity-index-daily"], bars });
  const lines = Array.from({ length: bars }, (_, t) => {
    const date = new Date(market.time[t] as number).toISOString().slice(0, 10);
    const price = (value: number | undefined): string => (value as number).toFixed(6);
    const prices = [market.open[t], market.high[t], market.low[t], market.close[t], market.close[t]].map(price);
    return [date, ...prices, market.volume[t]].join(",");
  });
  return `${["Date,Open,High,Low,Close,Adj Close,Volume", ...edit(lines)].join("\n")}\n`;
}

/** Runs `walkforward data …` in `cwd`. */
export function runData(cwd: string, ...args: string[]): Promise<Caught> {
  return runCommand(dataCommand, args, { cwd });
}
