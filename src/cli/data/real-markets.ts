import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createMarketData, loadMarket } from "../../adapters/market-data.ts";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import type { MarketSpec } from "../../core/market/market-spec.ts";

/** A market that was. */
export interface RealMarket {
  readonly name: string;
  readonly bars: Bars;
}

/** Real markets of a kind. */
export interface RealMarkets {
  readonly markets: readonly RealMarket[];
  /** Files of a folder that could not be read as markets, with the reason. */
  readonly skipped: readonly string[];
}

/** What a real market is looked for by. */
type Kind = Pick<MarketSpec, "class" | "interval" | "session">;

/** Words in the name of a bare file that say its class; a file that says another class is left aside. */
const classWords: Readonly<Record<string, readonly string[]>> = {
  "equity-index": ["idx", "index"],
  equity: ["stock"],
  fx: ["fx", "forex"],
  crypto: ["crypto"],
  commodity: ["metal", "commodity", "energy"],
  rates: ["rates", "bond"],
};

const minuteMs = 60_000;
const intervalMs: Readonly<Record<MarketSpec["interval"], number>> = {
  "1d": 1440 * minuteMs,
  "1h": 60 * minuteMs,
  "5m": 5 * minuteMs,
};

/**
 * The real markets to hold a synthetic one against: datasets of its class and interval under `folder`, and what `against` names. A
 * file in `against` is taken as of the class; of a folder its datasets of the class are, and its CSV files whose interval and weekdays
 * fit and whose name speaks of no other class. A basket is held against single stocks. Throws `UserError` for a name that is not
 * there, and for a named file that is no market.
 */
export async function realMarkets(
  kind: Kind,
  where: { readonly folder: string; readonly against: readonly string[]; readonly cwd: string },
): Promise<RealMarkets> {
  const wanted = { ...kind, class: kind.class === "equity-basket" ? "equity" : kind.class };
  const markets = [...(await realDatasets(wanted, where.folder))];
  const skipped: string[] = [];
  for (const name of where.against) {
    const path = resolve(where.cwd, name);
    const entry = await stat(path).catch(() => null);
    if (entry === null) throw new UserError(`--against ${name}: no such file or folder`);
    if (entry.isFile()) {
      markets.push(await bareMarket(path, name));
      continue;
    }
    markets.push(...(await realDatasets(wanted, path)));
    const bare = await bareFiles(wanted, path);
    markets.push(...bare.markets);
    skipped.push(...bare.skipped);
  }
  return { markets, skipped };
}

async function realDatasets(kind: Kind, folder: string): Promise<readonly RealMarket[]> {
  if ((await stat(folder).catch(() => null)) === null) return [];
  const data = createMarketData({ folder, cacheFolder: null });
  const infos = (await data.list()).filter((info) => !info.synthetic);
  const wanted = infos.filter((info) => info.class === kind.class && info.interval === kind.interval);
  const loaded = await Promise.all(wanted.map((info) => data.load(info.id)));
  return loaded.flatMap(({ info, bars }) =>
    bars.map((columns, i) => ({
      name: bars.length === 1 ? info.id : `${info.id}/${info.instruments[i]?.symbol}`,
      bars: columns,
    })),
  );
}

async function bareFiles(kind: Kind, folder: string): Promise<RealMarkets> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".csv") && !namesOtherClass(file, kind.class));
  const markets: RealMarket[] = [];
  const skipped: string[] = [];
  for (const file of files.sort()) {
    try {
      markets.push(await bareMarket(join(folder, file), file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      skipped.push(error.message);
    }
  }
  return { markets: markets.filter(({ bars }) => fits(bars.time, kind)), skipped };
}

async function bareMarket(path: string, name: string): Promise<RealMarket> {
  const { bars } = await loadMarket(path, { folder: "", cacheFolder: null, cwd: "" });
  return { name, bars };
}

function namesOtherClass(file: string, marketClass: string): boolean {
  const words = file.toLowerCase().split(/[^a-z]+/);
  const named = Object.entries(classWords).filter(([, list]) => list.some((word) => words.includes(word)));
  return named.length > 0 && !named.some(([name]) => name === marketClass);
}

/** True if the middle step between bars is that of the interval, and Saturdays are there where the market never closes. */
function fits(time: Float64Array, { interval, session }: Kind): boolean {
  const steps = time.subarray(1).map((at, i) => at - (time[i] as number));
  const saturdays = time.filter((at) => new Date(at).getUTCDay() === 6).length / Math.max(1, time.length);
  return steps.sort()[steps.length >> 1] === intervalMs[interval] && saturdays > 0.05 === (session === "always");
}
