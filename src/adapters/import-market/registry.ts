import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";
import type { Sample } from "./text/sample.ts";
import type { Known } from "./understanding.ts";
import type { Layout, Vendor } from "./vendor.ts";
import { akshare } from "./vendors/akshare.ts";
import { alphavantage } from "./vendors/alphavantage.ts";
import { binance } from "./vendors/binance.ts";
import { cboe } from "./vendors/cboe.ts";
import { coinbase } from "./vendors/coinbase.ts";
import { cryptodatadownload } from "./vendors/cryptodatadownload.ts";
import { databento } from "./vendors/databento.ts";
import { dukascopy } from "./vendors/dukascopy.ts";
import { finam } from "./vendors/finam.ts";
import { google } from "./vendors/google.ts";
import { histdata } from "./vendors/histdata.ts";
import { investing } from "./vendors/investing.ts";
import { kraken } from "./vendors/kraken.ts";
import { lean } from "./vendors/lean.ts";
import { metatrader4 } from "./vendors/metatrader4.ts";
import { metatrader5 } from "./vendors/metatrader5.ts";
import { nasdaq } from "./vendors/nasdaq.ts";
import { ninjatrader } from "./vendors/ninjatrader.ts";
import { nse } from "./vendors/nse.ts";
import { plain } from "./vendors/plain.ts";
import { quandl } from "./vendors/quandl.ts";
import { stooq } from "./vendors/stooq.ts";
import { tradestation } from "./vendors/tradestation.ts";
import { tradingview } from "./vendors/tradingview.ts";
import { tushare } from "./vendors/tushare.ts";
import { yahoo } from "./vendors/yahoo.ts";

/** Every vendor whose files are known, by id; of two that are equally sure of a file the first takes it. */
export const vendors: readonly Vendor[] = [
  akshare,
  alphavantage,
  binance,
  cboe,
  coinbase,
  cryptodatadownload,
  databento,
  dukascopy,
  finam,
  google,
  histdata,
  investing,
  kraken,
  lean,
  metatrader4,
  metatrader5,
  nasdaq,
  ninjatrader,
  nse,
  plain,
  quandl,
  stooq,
  tradestation,
  tradingview,
  tushare,
  yahoo,
];

/**
 * Refuses to read a file by the fixed columns of a vendor whose it cannot be. Vendors that only add facts (a clock, an order of
 * dates) may be named for any table.
 */
export function checkVendor(sample: Sample, vendor: Vendor, layout: Layout): void {
  if (layout.columns === undefined || vendor.sniff(sample) > 0) return;
  const found = (sample.header ?? sample.rows[0])?.cells.join(sample.delimiter).slice(0, 80) ?? "";
  throw new UserError(
    `${sample.name}: not laid out as files of ${vendor.title} are (${vendor.docs}); it begins "${found}"; leave --vendor away`,
  );
}

/** The vendor asked for, or the one that is surest of the sample. Throws `UserError` for an id that is none. */
export function chooseVendor(sample: Sample, wanted: string | undefined): { vendor: Vendor; known: Known } {
  if (wanted !== undefined) {
    const vendor = vendors.find(({ id }) => id === wanted);
    if (vendor !== undefined) return { vendor, known: "given" };
    const ids = vendors.map(({ id }) => id);
    const near = nearestName(wanted, ids);
    const guess = near === null ? "" : `; did you mean ${near}?`;
    throw new UserError(`no vendor "${wanted}"; wanted one of ${ids.join(", ")}${guess}`);
  }
  let best: Vendor = plain;
  let most = 0;
  for (const vendor of vendors) {
    const sure = vendor.sniff(sample);
    if (sure > most) [best, most] = [vendor, sure];
  }
  return { vendor: best, known: "observed" };
}
