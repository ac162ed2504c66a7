import type { FindingLevel, MarketFinding } from "../market-finding.ts";
import type { RawBars } from "../raw-bars.ts";
import type { RuleOfLint } from "./lint-rule.ts";

/** Rows that a finding lists at most. */
export const listedRows = 1000;

/** What a finding says beside its rule. */
export interface FindingParts {
  readonly found: string;
  /** Rows of the file in order, of which the first 1,000 are listed; the market as a whole where absent. */
  readonly rows?: ArrayLike<number>;
  /** Where it is not the number of rows. */
  readonly count?: number;
  /** The rule's unless given. */
  readonly level?: FindingLevel;
  readonly advice?: string;
}

/** A finding of a rule about rows of the file, or about the whole of it. */
export function finding(raw: RawBars, rule: RuleOfLint, parts: FindingParts): MarketFinding {
  const rows = Array.prototype.slice.call(parts.rows ?? [], 0, listedRows) as number[];
  const row = rows[0] ?? null;
  const time = row === null ? Number.NaN : (raw.time[row] as number);
  return {
    rule: rule.id,
    level: parts.level ?? rule.level,
    row,
    line: row === null ? null : (raw.line[row] as number),
    time: Number.isFinite(time) ? time : null,
    count: parts.count ?? Math.max(1, parts.rows?.length ?? 1),
    rows,
    ...(rows.length === 0 ? {} : { times: rows.map((each) => raw.time[each] as number).filter(Number.isFinite) }),
    found: parts.found,
    advice: parts.advice ?? rule.advice,
    repairable: rule.repair === "safe",
  };
}

/** Splits increasing places into runs whose neighbours are at most `reach` apart. */
export function runsOf(places: readonly number[], reach = 1): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] | undefined;
  let before = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    if (run !== undefined && place - before <= reach) run.push(place);
    else {
      run = [place];
      runs.push(run);
    }
    before = place;
  }
  return runs;
}

/** Long runs one by one, and all short ones together, so that a scattered defect is one finding: `[...long, scattered]`. */
export function spansOf(places: readonly number[], long = 20): readonly (readonly number[])[] {
  const runs = runsOf(places);
  const scattered = runs.filter((run) => run.length < long).flat();
  return [...runs.filter((run) => run.length >= long), ...(scattered.length > 0 ? [scattered] : [])];
}
