import type { AttemptHref } from "./attempt-link.ts";

/** Where the pages of a run are, relative to the page that links to them; null where there is none. */
export interface RunLinks {
  readonly home: string;
  readonly model: (model: string) => string | null;
  readonly task: (task: string) => string | null;
  /** Of two models, in either order. */
  readonly pair: (a: string, b: string) => string | null;
  /** Pairs have pages among so many first rows, and among neighbours. */
  readonly firstPairs: number;
  readonly attempt: AttemptHref;
}
