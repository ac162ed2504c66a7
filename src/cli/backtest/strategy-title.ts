import { basename, extname } from "node:path";

/** How a back-test is headed. */
export interface StrategyTitle {
  /** The strategy's own name, else that of its file without the ending. */
  readonly name: string;
  /** The same, with the file beside it where that does not say so already. */
  readonly heading: string;
}

/** The title of the strategy or positions in `file`; `own` is the name that the strategy gives itself, null if none. */
export function strategyTitle(file: string, own: string | null): StrategyTitle {
  const base = basename(file, extname(file));
  return own === null || own === base ? { name: base, heading: base } : { name: own, heading: `${own} (${file})` };
}
