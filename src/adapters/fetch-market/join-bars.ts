import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { WorldError } from "../../core/failure.ts";
import { onDisk } from "../shared/disk-error.ts";
import type { BarLine, BarLines } from "./preset.ts";

/** Two archives that state one bar differently. */
export interface BarConflict {
  /** Milliseconds UTC. */
  readonly time: number;
  readonly kept: string;
  readonly dropped: string;
}

/** One downloaded file, read when its turn comes. */
export interface BarSource {
  readonly name: string;
  readonly read: () => BarLines;
}

/** What was joined. */
export interface JoinedBars {
  readonly bars: number;
  /** Bars that two files state alike; one of each was kept. */
  readonly repeated: number;
  readonly conflicts: readonly BarConflict[];
  /** Bars before the first or after the last day wanted. */
  readonly outside: number;
  /** Lines that hold no bar, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Most conflicts that are kept for the report. */
const mostConflicts = 1000;

/**
 * Joins files, oldest first, into one CSV, written whole or not at all. Files may overlap with their neighbours: bars that
 * both state alike are written once; of bars that they state differently that of the earlier file is kept, and both are
 * reported. No more than two files are held in memory.
 *
 * @param span milliseconds UTC, the first and one past the last that is wanted
 * @throws WorldError if a file holds bars from before its neighbour
 */
export function joinBars(
  sources: readonly BarSource[],
  file: string,
  span: { readonly from: number; readonly end: number },
): JoinedBars {
  const count = { bars: 0, repeated: 0, outside: 0 };
  const conflicts: BarConflict[] = [];
  const leftOut: Record<string, number> = {};
  writeLines(file, (write) => {
    let waiting: readonly BarLine[] = [];
    let written = Number.NEGATIVE_INFINITY;
    const flush = (bars: readonly BarLine[]): void => {
      if (bars.length > 0) write(bars.map((bar) => bar.line));
      written = bars.at(-1)?.time ?? written;
      count.bars += bars.length;
    };
    for (const [i, source] of sources.entries()) {
      const { header, bars, leftOut: without } = source.read();
      if (i === 0 && header !== null) write([header]);
      for (const [reason, lines] of Object.entries(without)) leftOut[reason] = (leftOut[reason] ?? 0) + lines;
      const wanted = inOrder(bars).filter(({ time }) => time >= span.from && time < span.end);
      count.outside += bars.length - wanted.length;
      const first = wanted[0]?.time;
      if (first === undefined) continue;
      if (first <= written) throw new WorldError(`${source.name}: holds bars from before the file that precedes it`);
      flush(waiting.filter(({ time }) => time < first));
      waiting = merge(
        waiting.filter(({ time }) => time >= first),
        wanted,
        (kept, dropped) => {
          if (kept.line === dropped.line) count.repeated++;
          else if (conflicts.length < mostConflicts) {
            conflicts.push({ time: kept.time, kept: kept.line, dropped: dropped.line });
          }
        },
      );
    }
    flush(waiting);
  });
  return { ...count, conflicts, leftOut };
}

/** Bars by time, oldest first; the order of bars of one time is kept. */
function inOrder(bars: readonly BarLine[]): readonly BarLine[] {
  return bars.every((bar, i) => i === 0 || (bars[i - 1]?.time ?? 0) <= bar.time)
    ? bars
    : bars.toSorted((a, b) => a.time - b.time);
}

function merge(
  earlier: readonly BarLine[],
  later: readonly BarLine[],
  onTwice: (kept: BarLine, dropped: BarLine) => void,
): readonly BarLine[] {
  const merged: BarLine[] = [];
  for (const bar of inOrder([...earlier, ...later])) {
    const last = merged.at(-1);
    if (last?.time === bar.time) onTwice(last, bar);
    else merged.push(bar);
  }
  return merged;
}

function writeLines(file: string, work: (write: (lines: readonly string[]) => void) => void): void {
  const beside = `${file}.${process.pid}.tmp`;
  onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const fd = openSync(beside, "w");
    try {
      work((lines) => {
        const bytes = Buffer.from(`${lines.join("\n")}\n`);
        for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
      });
      fsyncSync(fd);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    } finally {
      closeSync(fd);
    }
    renameSync(beside, file);
  });
}
