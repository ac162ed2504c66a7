/** A name or a date of the real world that a brief must not hold. */
export interface RealName {
  /** The text found. */
  readonly text: string;
  readonly what: "instrument" | "date";
  /** From 1. */
  readonly line: number;
}

const currencies = "AUD|BRL|CAD|CHF|CNH|CNY|EUR|GBP|HKD|INR|JPY|KRW|MXN|NOK|NZD|SEK|SGD|TRY|TWD|USD|USDT|ZAR";

const instruments: readonly RegExp[] = [
  /\b(?:AAPL|AMZN|BABA|GOOGL?|INTC|META|MSFT|NFLX|NVDA|TSLA|DIA|EEM|GLD|IWM|QQQ|SLV|SPY|TLT|USO|VIX|VOO)\b/,
  /\b(?:Apple|Microsoft|Tesla|Nvidia|Amazon|Google|Alphabet|Alibaba|Tencent|Toyota|Samsung|Moutai)\b/i,
  /S&P|\b(?:SPX|Nasdaq|NDX|Dow Jones|DJIA|Russell 2000|Nikkei|Hang Seng|DAX|FTSE|KOSPI|CSI ?300|Euro ?Stoxx)\b/i,
  /\b(?:BTC|ETH|SOL|XRP|BNB|DOGE|ADA|LTC)(?:USDT?|EUR)?\b/,
  /\b(?:bitcoin|ethereum|ether|solana|ripple|dogecoin|litecoin)\b/i,
  new RegExp(`\\b(?:${currencies})[/-]?(?:${currencies})\\b`, "i"),
  /\b(?:XAU|XAG|WTI|Brent|Bunds?|Bobl|T-?bonds?|Treasur(?:y|ies)|Eurodollar|SOFR)\b/i,
  /标普|纳斯达克|道琼斯|沪深300|上证|深证|恒生|日经|中证|比特币|以太坊|莱特币|狗狗币|茅台|腾讯|阿里巴巴|苹果公司|特斯拉|英伟达|美国国债|布伦特/,
];

const months =
  "January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

const dates: readonly RegExp[] = [
  /(?<![\d.])(?:19|20)\d\d(?:[-/年]\d{1,2}(?:[-/月]\d{1,2})?)?(?![\d.]*\d)/,
  /(?<!\d)\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)/,
  new RegExp(`\\b(?:${months})\\.? \\d{1,4}\\b|\\b\\d{1,2} (?:${months})\\b`),
  /\d{1,2}月\d{1,2}日/,
];

/**
 * Names of well-known instruments and dates in a text, with their lines. A list cannot be complete: it catches what slips
 * in by habit (an index, a coin, a currency pair, a year), in English and Chinese.
 */
export function findRealNames(text: string): readonly RealName[] {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...matches(line, instruments).map((found): RealName => ({ text: found, what: "instrument", line: index + 1 })),
      ...matches(line, dates).map((found): RealName => ({ text: found, what: "date", line: index + 1 })),
    ]);
}

function matches(line: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => pattern.exec(line)?.[0] ?? []);
}
