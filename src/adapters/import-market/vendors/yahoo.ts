import { UserError } from "../../../core/failure.ts";
import type { Sample } from "../text/sample.ts";
import type { Role } from "../understanding.ts";
import type { Layout, Vendor } from "../vendor.ts";
import { hasNames, headerNames } from "./signs.ts";

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
    return isStacked(sample) ? 0.95 : 0;
  },
  layout: (sample) => ({ adjustment: "splits", volumeUnit: "shares", ...(isStacked(sample) ? stacked(sample) : {}) }),
};

/** A header of prices' names, a line of tickers, a line with the name of the index. */
const isStacked = (sample: Sample): boolean =>
  headerNames(sample)[0] === "price" && sample.rows[0]?.cells[0]?.toLowerCase() === "ticker";

const roles: Readonly<Record<string, Role>> = {
  open: "open",
  high: "high",
  low: "low",
  close: "close",
  "adj close": "adjustedClose",
  volume: "volume",
};

function stacked(sample: Sample): Layout {
  const tickers = [...new Set(sample.rows[0]?.cells.slice(1).filter((cell) => cell !== ""))];
  const [symbol = "", second] = tickers;
  if (second !== undefined) {
    throw new UserError(
      `${sample.name}: ${tickers.length} instruments side by side (${tickers.slice(0, 8).join(", ")}), wanted one: write one file each`,
    );
  }
  return { symbol, columns: headerNames(sample).map((name, i) => (i === 0 ? "time" : (roles[name] ?? null))) };
}
