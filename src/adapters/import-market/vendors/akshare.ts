import type { Vendor } from "../vendor.ts";
import { sharesPerUnit } from "./lots.ts";
import { hasNames } from "./signs.ts";

/**
 * AKShare's histories with Chinese headers: 日期, 开盘, 收盘, 最高, 最低, 成交量, 成交额, … in this order (the close before the high).
 * A-shares count volume in lots of 100, Hong Kong and US shares in shares: turnover tells which.
 */
export const akshare: Vendor = {
  id: "akshare",
  title: "AKShare",
  docs: "https://akshare.akfamily.xyz/data/stock/stock.html",
  sniff: (sample) => {
    if (!hasNames(sample, "开盘", "收盘", "最高", "最低", "成交量")) return 0;
    return hasNames(sample, "日期") || hasNames(sample, "时间") ? 0.9 : 0;
  },
  layout(sample) {
    const lot = sharesPerUnit(sample, { close: "收盘", volume: "成交量", turnover: "成交额" }, 1) ?? 1;
    return {
      zone: "Asia/Shanghai",
      adjustment: "unknown",
      volumeFactor: lot,
      volumeUnit: lot === 100 ? "lots of 100 shares, multiplied by 100" : "shares",
      notes: ["adjusted as asked for when the table was made (qfq, hfq or not at all)"],
    };
  },
};
