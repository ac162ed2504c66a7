import type { Vendor } from "../vendor.ts";
import { serverClock } from "./server-clock.ts";
import { hasNames, inFileName, optional } from "./signs.ts";

/**
 * MetaTrader 5's export of bars: `<DATE> <TIME> <OPEN> <HIGH> <LOW> <CLOSE> <TICKVOL> <VOL> <SPREAD>` between tabs, days without
 * `<TIME>`, often UTF-16. `<VOL>` is 0 where the broker knows no real volume: then the ticks are taken.
 */
export const metatrader5: Vendor = {
  id: "metatrader5",
  title: "MetaTrader 5",
  docs: "https://www.metatrader5.com/en/terminal/help/trading_advanced/custom_instruments",
  sniff: (sample) => (hasNames(sample, "date", "open", "close", "tickvol", "spread") ? 0.95 : 0),
  layout: (sample) => ({
    notes: [serverClock],
    decimal: ".",
    volumeUnit: "shares or contracts, ticks where the file has no others",
    ...optional("symbol", inFileName(sample, /^([A-Za-z0-9.#]+)_(?:M|H|Daily|Weekly|Monthly)/)?.[1]),
  }),
};
