import type { Oddity } from "../understanding.ts";

interface Kind {
  count: number;
  readonly lines: number[];
  readonly example: string;
}

/** Counts odd rows or cells by kind, with the first lines of each. */
export interface Oddities {
  add(what: string, line: number, example: string): void;
  /** Commonest first. */
  list(): readonly Oddity[];
  count(what: string): number;
}

/** An empty count. */
export function createOddities(): Oddities {
  const kinds = new Map<string, Kind>();
  return {
    add(what, line, example) {
      const kind = kinds.get(what) ?? { count: 0, lines: [], example: example.slice(0, 80) };
      kind.count += 1;
      if (kind.lines.length < 10) kind.lines.push(line);
      kinds.set(what, kind);
    },
    list: () => [...kinds].map(([what, kind]) => ({ what, ...kind })).sort((a, b) => b.count - a.count),
    count: (what) => kinds.get(what)?.count ?? 0,
  };
}
