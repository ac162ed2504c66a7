/** What is looked at to tell the class of a market. */
export interface ClassClues {
  /** Opening times, milliseconds UTC, in any order; NaN counts for nothing. */
  readonly time: ArrayLike<number>;
  /** null = not known. */
  readonly symbol: string | null;
  /** Id of the vendor's layout, e.g. `kraken`. */
  readonly vendor: string;
}

/** A class of markets, and how it is known. */
export interface InferredClass {
  readonly class: string;
  /** `observed` in the times, `usual` for the symbol or the vendor, `assumed` where nothing tells. */
  readonly known: "observed" | "usual" | "assumed";
  /** In words: "29 % of the bars open on Saturdays and Sundays". */
  readonly why: string;
}

const currencies =
  "USD|EUR|GBP|JPY|CHF|AUD|NZD|CAD|CNY|CNH|HKD|SGD|SEK|NOK|DKK|PLN|CZK|HUF|TRY|ZAR|MXN|BRL|INR|KRW|RUB|THB";
const pair = new RegExp(`^(${currencies})(${currencies})(=X)?$`);
const coins = /^(BTC|XBT|ETH|XRP|LTC|BCH|BNB|SOL|ADA|DOGE|DOT|TRX|AVAX|LINK|XMR|EOS|XLM)|(USDT|USDC|BUSD)$/;
const metals = /^(XAU|XAG|XPT|XPD)|^(GC|SI|CL|NG|HG|ZC|ZW|ZS|BZ)=F$/;
const indices =
  /^\^|^(SPX|SP500|INX|NDX|DJI|DJIA|RUT|VIX|DAX|GDAXI|FTSE|CAC|CAC40|N225|NIKKEI|NIKKEI225|HSI|KOSPI|KS11|WIG|WIG20|STOXX50E|SSEC|NIFTY|NIFTY50|SENSEX|IBEX|OMX|TSX|BVSP|ASX|AXJO)$/;

const symbolClasses: readonly (readonly [pattern: RegExp, name: string, what: string])[] = [
  [metals, "commodity", "a metal or commodity"],
  [pair, "fx", "a pair of currencies"],
  [coins, "crypto", "a crypto currency"],
  [indices, "equity-index", "an index"],
];

const vendorClasses: Readonly<Record<string, string>> = {
  binance: "crypto",
  coinbase: "crypto",
  cryptodatadownload: "crypto",
  kraken: "crypto",
  cboe: "equity-index",
  dukascopy: "fx",
  histdata: "fx",
};

/**
 * The class of a market by its weekends (every day: crypto; short Sunday sessions: currencies; bars of weeks and months stand on
 * any day and say nothing), else its symbol, else its vendor;
 * `equity` where nothing tells. A guess to be shown with its reason, and to be overruled.
 */
export function inferClass({ time, symbol, vendor }: ClassClues): InferredClass {
  const named = classOfSymbol(symbol);
  const { saturdays, sundays } = weekends(time);
  if (saturdays > 0.05) {
    return { class: "crypto", known: "observed", why: `${percent(saturdays + sundays)} of the bars open on weekends` };
  }
  if (named !== null) return named;
  // An exchange's odd Sunday session is no sign; an evening a week is 1 % of hours and a sixth of days.
  if (sundays > 0.008) {
    return {
      class: "fx",
      known: "observed",
      why: `${percent(sundays)} of the bars open on Sundays, none to speak of on Saturdays`,
    };
  }
  const usual = vendorClasses[vendor];
  if (usual !== undefined) return { class: usual, known: "usual", why: `what ${vendor} has` };
  return { class: "equity", known: "assumed", why: "open on weekdays alone, and nothing else tells" };
}

/** By the symbol as a whole, else by the first of its words that tells. */
function classOfSymbol(symbol: string | null): InferredClass | null {
  if (symbol === null) return null;
  for (const name of [symbol.replace(/[/_.-]/g, ""), ...symbol.split(/[/_.\s-]+/)]) {
    const found = symbolClasses.find(([pattern]) => pattern.test(name.toUpperCase()));
    if (found !== undefined) return { class: found[1], known: "usual", why: `${name} is ${found[2]}` };
  }
  return null;
}

const dayMs = 86_400_000;

/** Shares of the bars that open on Saturdays and on Sundays, UTC; none where bars are more than four days apart on average. */
function weekends(time: ArrayLike<number>): { readonly saturdays: number; readonly sundays: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let known = 0;
  let saturdays = 0;
  let sundays = 0;
  for (let t = 0; t < time.length; t++) {
    const day = Math.floor((time[t] as number) / dayMs);
    if (Number.isNaN(day)) continue;
    known += 1;
    if (day < first) first = day;
    if (day > last) last = day;
    // 1 January 1970 was a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday === 6) saturdays += 1;
    if (weekday === 0) sundays += 1;
  }
  if (last - first > 4 * (known - 1)) return { saturdays: 0, sundays: 0 };
  return { saturdays: saturdays / Math.max(1, known), sundays: sundays / Math.max(1, known) };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}
