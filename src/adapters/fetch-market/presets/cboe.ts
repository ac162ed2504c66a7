import { barLines, dateCell } from "../bar-lines.ts";
import type { FetchPreset } from "../preset.ts";

/** Cboe: daily history of its indices. */
export const cboe: FetchPreset = {
  id: "cboe",
  title: "Cboe: daily history of VIX and its other indices",
  vendor: "cboe",
  docs: "https://www.cboe.com/tradable_products/vix/vix_historical_data/",
  terms: { text: "Free download; Cboe's terms of use apply.", url: "https://www.cboe.com/terms" },
  baseUrl: "https://cdn.cboe.com/",
  key: null,
  symbol: "VIX",
  symbols: "VIX, VIX9D, VIX3M, VVIX, SKEW, OVX, GVZ …",
  intervals: ["1d"],
  symbolOf: (typed) => (/^\^?[a-z0-9]{2,12}$/i.test(typed) ? typed.replace("^", "").toUpperCase() : null),
  files: ({ symbol }) => [
    {
      path: `api/global/us_indices/daily_prices/${symbol}_History.csv`,
      name: `${symbol}_History.csv`,
      content: "csv",
      mayBeMissing: false,
    },
  ],
  notes: () => ["An index of volatility cannot be traded at its value: back-tests on it are an exercise."],
  refusal: () => null,
  read: (text) => barLines(text, { header: true, bar: ([date = ""], line) => ({ time: dateCell(date), line }) }),
  facts: ({ symbol }) => ({
    title: `${symbol} index, Cboe`,
    // The class of markets that return to their mean.
    class: "rates",
    timezone: "America/Chicago",
    costs: { feeBps: 1, slippageBps: 5 },
    adjustment: "none",
  }),
};
