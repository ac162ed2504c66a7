import type { Vendor } from "../vendor.ts";
import { sharesPerUnit } from "./lots.ts";
import { hasNames } from "./signs.ts";

/**
 * TuShare Pro's tables: `ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount`, newest first, `vol` in lots
 * of 100 shares and `amount` in thousands of yuan for days; `trade_time` and shares for minutes. Prices as traded.
 */
export const tushare: Vendor = {
  id: "tushare",
  title: "TuShare",
  docs: "https://tushare.pro/document/2?doc_id=27",
  sniff(sample) {
    if (!hasNames(sample, "ts code", "open", "high", "low", "close")) return 0;
    return hasNames(sample, "trade date") || hasNames(sample, "trade time") ? 0.97 : 0;
  },
  layout(sample) {
    const isDay = hasNames(sample, "trade date");
    const names = { close: "close", volume: "vol", turnover: "amount" };
    const lot = sharesPerUnit(sample, names, isDay ? 1000 : 1) ?? (isDay ? 100 : 1);
    return {
      zone: "Asia/Shanghai",
      exchangeZone: "Asia/Shanghai",
      adjustment: "none",
      volumeFactor: lot,
      volumeUnit: lot === 100 ? "lots of 100 shares, multiplied by 100" : "shares",
    };
  },
};
