import { basename, extname } from "node:path";

/** What pages call the markets of a back-test: a file by its name without folders, unless two share it; others as named. */
export function marketTitles(markets: readonly string[]): readonly string[] {
  const short = markets.map((market) => (extname(market) === "" ? market : basename(market)));
  return new Set(short).size === short.length ? short : markets;
}
