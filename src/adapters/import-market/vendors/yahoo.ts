import type { Vendor } from "../vendor.ts";
import { hasNames } from "./signs.ts";

/**
 * Yahoo Finance: the old download button's CSV (`Date,Open,High,Low,Close,Adj Close,Volume`, `null` on holidays), and what the
 * Python package yfinance writes (dates with offsets; since 2024 a header of three lines that begins with `Price`).
 */
export const yahoo: Vendor = {
  id: "yahoo",
  title: "Yahoo Finance",
  docs: "https://help.yahoo.com/kb/SLN2311.html",
  sniff(sample) {
    if (hasNames(sample, "date", "open", "high", "low", "close", "adj close", "volume")) return 0.9;
    if (hasNames(sample, "open", "high", "low", "close", "volume", "dividends", "stock splits")) return 0.9;
    return hasNames(sample, "price", "close", "high", "low", "open") && sample.rows[0]?.cells[0] === "Ticker"
      ? 0.95
      : 0;
  },
  layout(sample) {
    const symbol = sample.rows[0]?.cells[0] === "Ticker" ? sample.rows[0].cells[1] : undefined;
    return { adjustment: "splits", volumeUnit: "shares", ...(symbol === undefined ? {} : { symbol }) };
  },
};
