import type { Role } from "../understanding.ts";
import type { Vendor } from "../vendor.ts";
import { cellsOf, hasNames, headerNames } from "./signs.ts";

const roles: Readonly<Record<string, Role>> = {
  "ts event": "time",
  open: "open",
  high: "high",
  low: "low",
  close: "close",
  volume: "volume",
  symbol: "symbol",
};

/**
 * Databento's bars: `ts_event,rtype,publisher_id,instrument_id,open,…,volume,symbol`. Prices are whole numbers of 1e-9 unless
 * "pretty" ones were asked for, times nanoseconds or ISO 8601, of the open.
 */
export const databento: Vendor = {
  id: "databento",
  title: "Databento",
  docs: "https://databento.com/docs/schemas-and-data-formats/ohlcv",
  sniff: (sample) => (hasNames(sample, "ts event", "rtype", "publisher id", "open", "close") ? 0.97 : 0),
  layout(sample) {
    const names = headerNames(sample);
    const fixed = cellsOf(sample, names.indexOf("close")).every((cell) => /^-?\d*$/.test(cell));
    return {
      columns: names.map((name) => roles[name] ?? null),
      priceDivisor: fixed ? 1e9 : 1,
      adjustment: "none",
      volumeUnit: "shares or contracts",
    };
  },
};
