import { z } from "zod";
import { WorldError } from "../../../core/failure.ts";
import { classFacts } from "../../../core/market/class-facts.ts";
import { dayMs, isoDay } from "../days.ts";
import type { BarLines, FetchPreset, FetchRequest, Refusal } from "../preset.ts";

const minutes: Readonly<Record<string, number>> = {
  "1d": 1440,
  "1m": 1,
  "5m": 5,
  "15m": 15,
  "30m": 30,
  "1h": 60,
  "4h": 240,
  "1w": 10_080,
};

/** Bars that the API hands out, whatever is asked for. */
const barsAtMost = 720;

const price = z.string().regex(/^\d+(\.\d+)?$/);

/** `[seconds, open, high, low, close, vwap, volume, trades]` */
const barSchema = z.tuple([z.int(), price, price, price, price, price, price, z.int()]);

const answerSchema = z.object({
  error: z.array(z.string()),
  result: z.record(z.string(), z.union([z.array(barSchema), z.int(), z.string()])).optional(),
});

function minutesOf(interval: string): number {
  return minutes[interval] ?? 1440;
}

/** The bars as lines of the layout of Kraken's own archives: `seconds,open,high,low,close,volume,trades`. */
function read(text: string): BarLines {
  const answer = answerSchema.safeParse(JSON.parse(text));
  if (!answer.success) {
    const [issue] = answer.error.issues;
    throw new WorldError(`Kraken's answer has another form than its documents say: ${issue?.path.join(".")}`);
  }
  const bars = Object.values(answer.data.result ?? {}).find(Array.isArray) ?? [];
  // The last bar is still under way.
  const over = bars.slice(0, -1).map(([seconds, open, high, low, close, , volume, trades]) => ({
    time: seconds * 1000,
    line: [seconds, open, high, low, close, volume, trades].join(","),
  }));
  return { header: null, bars: over, leftOut: bars.length === 0 ? {} : { "a bar that is not over": 1 } };
}

function refusal(text: string): Refusal | null {
  const found = /"error"\s*:\s*\[\s*"([^"]{1,200})/.exec(text);
  if (found === null) return null;
  const words = found[1] ?? "";
  if (words.includes("Unknown asset pair")) return { words, kind: "unknown" };
  return { words, kind: /rate limit|too many|busy|unavailable/i.test(words) ? "busy" : "refused" };
}

function query({ symbol, interval, from }: FetchRequest): string {
  const since = from === null ? "" : `&since=${from / 1000 - 1}`;
  return `0/public/OHLC?pair=${symbol}&interval=${minutesOf(interval)}${since}`;
}

/** Kraken: the last 720 bars of a pair. */
export const kraken: FetchPreset = {
  id: "kraken",
  title: "Kraken: the last 720 bars of a pair",
  vendor: "kraken",
  docs: "https://docs.kraken.com/api-reference/market-data/get-ohlc-data",
  terms: { text: "Public API; Kraken's terms of service apply.", url: "https://www.kraken.com/legal" },
  baseUrl: "https://api.kraken.com/",
  key: null,
  symbol: "XBTUSD",
  symbols: "XBTUSD, ETHEUR, SOLUSD … (XBT is Bitcoin)",
  intervals: Object.keys(minutes),
  symbolOf: (typed) => (/^[a-z0-9.]{5,16}$/i.test(typed) ? typed.toUpperCase() : null),
  files: (request) => {
    const from = request.from === null ? "" : `-${isoDay(request.from)}`;
    const name = `${request.symbol}-${request.interval}${from}.json`;
    return [{ path: query(request), name, content: "json", mayBeMissing: false }];
  },
  notes: ({ interval, from, today }) => {
    const reach = today - barsAtMost * minutesOf(interval) * 60_000;
    if (from !== null && from >= Math.ceil(reach / dayMs) * dayMs) return [];
    return [
      `Kraken's API gives the last ${barsAtMost} bars, from about ${isoDay(reach)} on. Older ones are in its OHLCVT archives (https://support.kraken.com, "downloadable historical OHLCVT data"): download by hand, then walkforward data add.`,
    ];
  },
  refusal,
  read,
  facts: ({ symbol }) => ({
    title: `${symbol}, Kraken`,
    class: "crypto",
    timezone: "UTC",
    costs: classFacts["crypto"]?.costs ?? { feeBps: 5, slippageBps: 3 },
    adjustment: "none",
  }),
};
