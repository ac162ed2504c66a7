/** Regular hours of the main stock exchange of a zone, minutes of its local day. */
export interface ExchangeHours {
  readonly exchange: string;
  /** Of the first trade. */
  readonly opens: number;
  /** Of the last trade or the closing auction. */
  readonly closes: number;
}

const at = (hour: number, minute = 0): number => hour * 60 + minute;

/**
 * Regular hours by zone, as the exchanges state them on their pages of trading hours in 2024 (nyse.com, londonstockexchange.com,
 * jpx.co.jp, hkex.com.hk, sse.com.cn, nseindia.com, xetra.com, euronext.com, gpw.pl, asx.com.au, krx.co.kr, twse.com.tw, tsx.com).
 * Lunch breaks are not told apart. Tokyo closed at 15:00 until November 2024.
 */
export const exchangeHours: Readonly<Record<string, ExchangeHours>> = {
  "America/New_York": { exchange: "New York", opens: at(9, 30), closes: at(16) },
  "America/Toronto": { exchange: "Toronto", opens: at(9, 30), closes: at(16) },
  "America/Sao_Paulo": { exchange: "São Paulo", opens: at(10), closes: at(17, 30) },
  "Europe/London": { exchange: "London", opens: at(8), closes: at(16, 35) },
  "Europe/Berlin": { exchange: "Xetra", opens: at(9), closes: at(17, 35) },
  "Europe/Paris": { exchange: "Paris", opens: at(9), closes: at(17, 35) },
  "Europe/Amsterdam": { exchange: "Amsterdam", opens: at(9), closes: at(17, 35) },
  "Europe/Warsaw": { exchange: "Warsaw", opens: at(9), closes: at(17, 5) },
  "Asia/Tokyo": { exchange: "Tokyo", opens: at(9), closes: at(15, 30) },
  "Asia/Hong_Kong": { exchange: "Hong Kong", opens: at(9, 30), closes: at(16, 10) },
  "Asia/Shanghai": { exchange: "Shanghai", opens: at(9, 30), closes: at(15) },
  "Asia/Taipei": { exchange: "Taipei", opens: at(9), closes: at(13, 30) },
  "Asia/Seoul": { exchange: "Seoul", opens: at(9), closes: at(15, 30) },
  "Asia/Singapore": { exchange: "Singapore", opens: at(9), closes: at(17, 5) },
  "Asia/Kolkata": { exchange: "Mumbai", opens: at(9, 15), closes: at(15, 30) },
  "Australia/Sydney": { exchange: "Sydney", opens: at(10), closes: at(16, 10) },
};
