import type { Vendor } from "../vendor.ts";
import { hasNames, headerNames } from "./signs.ts";

/**
 * National Stock Exchange of India: security-wise price history, in the old layout (`Open Price`, `Total Traded Quantity`) and
 * the new one (`OPEN`, `PREV. CLOSE`, `ltp`, `vwap`). Days of the exchange, prices as traded.
 */
export const nse: Vendor = {
  id: "nse",
  title: "NSE India",
  docs: "https://www.nseindia.com/report-detail/eq_security",
  sniff(sample) {
    if (hasNames(sample, "series", "open price", "total traded quantity")) return 0.95;
    if (hasNames(sample, "series", "open", "prev close", "vwap")) return 0.95;
    return headerNames(sample).includes("tottrdqty") ? 0.9 : 0;
  },
  layout: () => ({ exchangeZone: "Asia/Kolkata", dateOrder: "day-first", adjustment: "none", volumeUnit: "shares" }),
};
