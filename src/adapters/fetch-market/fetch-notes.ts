import type { JoinedBars } from "./join-bars.ts";

/** Says which files the vendor has not: before the first one a market did not exist yet, after it there is a hole. */
export function missingNotes(
  wanted: readonly { readonly name: string }[],
  found: readonly (object | null)[],
): readonly string[] {
  const first = found.findIndex((part) => part !== null);
  const last = found.findLastIndex((part) => part !== null);
  const missing = (from: number, end: number): readonly string[] =>
    wanted.slice(from, end).flatMap(({ name }, i) => (found[from + i] === null ? [name] : []));
  const holes = missing(first, last);
  const late = missing(last + 1, found.length);
  return [
    ...(first > 0 ? [`The vendor has nothing before ${wanted[first]?.name}.`] : []),
    ...(holes.length > 0 ? [`The vendor has no ${holes.join(", ")}: there is a hole in the bars.`] : []),
    ...(late.length > 0 ? [`Not there yet: ${late.join(", ")}.`] : []),
  ];
}

/** Says what joining left out and found. */
export function joinNotes({ repeated, conflicts, outside, leftOut }: JoinedBars): readonly string[] {
  const [conflict] = conflicts;
  const first =
    conflict === undefined
      ? ""
      : `The first, ${new Date(conflict.time).toISOString()}: kept ${conflict.kept}, dropped ${conflict.dropped}`;
  return [
    ...Object.entries(leftOut).map(
      ([reason, lines]) => `Left out: ${reason}${lines === 1 ? "" : `, ${lines} of them`}.`,
    ),
    ...(outside > 0 ? [`Left out: ${outside} ${outside === 1 ? "bar" : "bars"} outside the days wanted.`] : []),
    ...(repeated > 0
      ? [`${repeated} ${repeated === 1 ? "bar stands" : "bars stand"} in two files alike; one of each was kept.`]
      : []),
    ...(first === ""
      ? []
      : [
          `${conflicts.length} ${conflicts.length === 1 ? "bar is" : "bars are"} stated differently by two files; that of the earlier file was kept. ${first}`,
        ]),
  ];
}
