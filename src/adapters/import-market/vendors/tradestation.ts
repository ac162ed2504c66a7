import type { Role } from "../understanding.ts";
import type { Vendor } from "../vendor.ts";
import { headerNames, inFileName, optional } from "./signs.ts";

const roles: Readonly<Record<string, Role>> = {
  date: "time",
  time: "clock",
  open: "open",
  high: "high",
  low: "low",
  close: "close",
  up: "volume",
  down: "furtherVolume",
  vol: "volume",
};

/**
 * TradeStation's Data Window export: `"Date","Time","Open","High","Low","Close","Up","Down"` for minutes, where Up and Down are
 * the volume of upticks and downticks and add up to the whole, `"Vol","OI"` for days. Month first; times are of the end of the
 * bar, on the exchange's clock unless the platform was told to show the computer's.
 */
export const tradestation: Vendor = {
  id: "tradestation",
  title: "TradeStation",
  docs: "https://help.tradestation.com/10_00/eng/tradestationhelp/data_window/export_data_window.htm",
  sniff(sample) {
    const names = headerNames(sample).join(",");
    return /^date,time,open,high,low,close,(up,down|vol,oi)$/.test(names) ? 0.9 : 0;
  },
  layout: (sample) => ({
    columns: headerNames(sample).map((name) => roles[name] ?? null),
    zone: "America/New_York",
    dateOrder: "month-first",
    barTime: "end",
    volumeUnit: "shares or contracts",
    notes: ["TradeStation writes the clock of the exchange, which is taken for New York's: --timezone says otherwise"],
    ...optional("symbol", inFileName(sample, /^\$?([A-Z@.]{1,8})\b.*\.(?:txt|csv)$/)?.[1]),
  }),
};
