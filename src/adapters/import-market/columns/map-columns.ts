import { UserError } from "../../../core/failure.ts";
import { isNumberLike, isTimeLike } from "../text/cell-kinds.ts";
import type { Sample } from "../text/sample.ts";
import { type TimeContent, timeContent } from "../time/time-format.ts";
import type { Known, Role } from "../understanding.ts";
import { type HeaderRole, headerRank, normalised } from "./header-words.ts";
import { inferColumns } from "./infer-columns.ts";

/** What each column of a file holds. */
export interface ColumnMap {
  /** Names of the columns; `column 3` where there is no header. */
  readonly sources: readonly string[];
  readonly roles: readonly (Role | null)[];
  readonly known: Known;
  readonly notes: readonly string[];
}

const valueRoles: readonly Exclude<HeaderRole, "end">[] = [
  "adjustedOpen",
  "adjustedHigh",
  "adjustedLow",
  "adjustedClose",
  "adjustedVolume",
  "open",
  "high",
  "low",
  "close",
  "volume",
  "tickVolume",
  "symbol",
];

/**
 * What each column holds: as the vendor's layout says, else by the header's words, else by the values. Throws `UserError` with
 * the columns that are there where a bar's are not.
 */
export function mapColumns(sample: Sample, layout: readonly (Role | null)[] | undefined): ColumnMap {
  const header = headerOf(sample);
  const width = header?.length ?? Math.max(...sample.rows.slice(0, 50).map(({ cells }) => cells.length));
  const sources = Array.from({ length: width }, (_, i) => header?.[i] ?? `column ${i + 1}`);
  if (layout !== undefined) {
    const roles = sources.map((_, i) => layout[i] ?? null);
    return { sources, roles, known: header === null ? "usual" : "stated", notes: [] };
  }
  if (header === null) return { sources, ...inferColumns(sample), known: "observed" };
  return byHeader(sample, header, sources);
}

/**
 * The header's cells. Where every row has one more: one without a name before the first, as R writes row names; or, where times
 * stand below their word as they are, behind the last, if it holds words. A last one of numbers may be what a decimal comma
 * cuts off.
 */
function headerOf({ header, rows }: Sample): readonly string[] | null {
  if (header === null) return null;
  const { cells } = header;
  const isWider =
    rows.length > 0 && rows.every((row) => row.cells.length === cells.length + 1 && row.cells.at(-1) !== "");
  if (!isWider) return cells;
  const time = cells.findIndex((cell) => headerRank(cell, "time") !== undefined);
  if (!rows.some((row) => isTimeLike(row.cells[time] ?? "") || /^-?\d{9,19}$/.test(row.cells[time] ?? "")))
    return ["", ...cells];
  return rows.some((row) => isNumberLike(row.cells.at(-1) ?? "")) ? cells : [...cells, ""];
}

function byHeader(sample: Sample, header: readonly string[], sources: readonly string[]): ColumnMap {
  const roles: (Role | null)[] = sources.map(() => null);
  const notes: string[] = [];
  assignTimes(sample, header, roles);
  for (const role of valueRoles) {
    const at = bestColumn(header, role, roles, sample.name) ?? looseColumn(header, role, roles, sample.name);
    if (at !== undefined) roles[at] = role;
  }
  closeOnly(sample, roles, notes, sources);
  if (/\bbid/i.test(sources[roles.indexOf("close")] ?? "")) notes.push("a file of quotes: the bid is read");
  checkRoles(sample, roles, header);
  return { sources, roles, known: "stated", notes };
}

/** The free column whose name fits a role best. Two of the very same name are two instruments side by side. */
function bestColumn(
  header: readonly string[],
  role: HeaderRole,
  roles: readonly (Role | null)[],
  name: string,
): number | undefined {
  const ranked = header.flatMap((cell, i) => {
    const rank = roles[i] === null ? headerRank(cell, role) : undefined;
    return rank === undefined ? [] : [{ i, rank }];
  });
  const [best, second] = ranked.sort((a, b) => a.rank - b.rank || a.i - b.i);
  const isPrice = role === "open" || role === "high" || role === "low" || role === "close";
  if (best !== undefined && best.rank === second?.rank && isPrice) {
    throw new UserError(
      `${name}: column ${header[best.i]} stands there ${ranked.filter(({ rank }) => rank === best.rank).length} times, ` +
        "wanted once: a file of several instruments? Cut it into one file each",
    );
  }
  return best?.i;
}

const notThePrice =
  /\b(prev|previous|change|chg|percent|pct|net|interest|int|week|52|yesterday|avg|average|time|ask|oi)\b/;

/** A free column that names a role beside a symbol: `AAPL.Open`, `Close BTCUSD`. */
function looseColumn(
  header: readonly string[],
  role: Role,
  roles: readonly (Role | null)[],
  name: string,
): number | undefined {
  const fits = (cell: string): boolean => {
    const tokens = normalised(cell).split(" ");
    if (tokens.length < 2 || notThePrice.test(tokens.join(" "))) return false;
    const adjusted = tokens.some((token) => token.startsWith("adj"));
    return adjusted === role.startsWith("adjusted") && [tokens[0], tokens.at(-1)].some((token) => isMain(token, role));
  };
  const found = header.flatMap((cell, i) => (roles[i] === null && fits(cell) ? [{ i, cell }] : []));
  const [first, second] = found;
  if (first !== undefined && second !== undefined && role !== "volume") {
    throw new UserError(
      `${name}: columns ${found.map(({ cell }) => cell).join(", ")} are all of ${role}, wanted one: a file of several ` +
        "instruments? Cut it into one file each",
    );
  }
  // Of two volumes the one in money is the turnover.
  return (found.find(({ cell }) => !money.test(normalised(cell))) ?? first)?.i;
}

const money = /\b(?:usd[tc]?|busd|eur|gbp|jpy|cny|krw|inr|quote|value|ccy|currency|turnover|amount)$/;

const mainWords: Readonly<Partial<Record<Role, RegExp>>> = {
  open: /^open$/,
  high: /^high$/,
  low: /^low$/,
  close: /^close$/,
  volume: /^(volume|vol)$/,
  adjustedClose: /^(adjusted|close|adjclose)$/,
};

const isMain = (token: string | undefined, role: Role): boolean => mainWords[role]?.test(token ?? "") ?? false;

/** Names of the columns of a date in three. */
const dateParts: readonly (readonly string[])[] = [
  ["year", "yyyy", "yr", "年", "jahr", "annee", "ano", "anno"],
  ["month", "mm", "mo", "月", "monat", "mois", "mes", "mese"],
  ["day", "dd", "dy", "日", "tag", "jour", "dia", "giorno"],
];

/** Finds the column of times: the best name whose cells hold times, with a column of times of day beside bare dates. */
function assignTimes(sample: Sample, header: readonly string[], roles: (Role | null)[]): void {
  const parts = dateParts.map((words) => header.findIndex((cell) => words.includes(normalised(cell))));
  if (parts.every((at) => at >= 0)) {
    for (const [i, role] of (["time", "month", "day"] as const).entries()) roles[parts[i] as number] = role;
    const clockAt = header.findIndex((cell) => headerRank(cell, "clock") !== undefined);
    if (clockAt >= 0) roles[clockAt] = "clock";
    return;
  }
  const cells = (i: number): readonly string[] => sample.rows.map((row) => row.cells[i] ?? "");
  // Remarks below a short table are no times.
  const withDigits = (i: number): readonly string[] => cells(i).filter((cell) => /\d/.test(cell));
  const ranked = header
    .map((cell, i) => ({ i, time: headerRank(cell, "time"), clock: headerRank(cell, "clock") }))
    .filter(({ time, clock }) => time !== undefined || clock !== undefined)
    .sort((a, b) => (a.time ?? 99) - (b.time ?? 99) || a.i - b.i)
    .map(({ i, time, clock }) => ({
      i,
      content: timeContent(withDigits(i), clock !== undefined, time !== undefined && clock === undefined),
    }));
  const others = header
    .map((cell, i) => ({ i, cell }))
    .filter(({ cell }) => cell === "" || !isNamed(cell))
    .map(({ i }) => ({ i, content: unnamedContent(cells(i)) }));
  const found = [...ranked, ...others];
  const full = found.find(({ content }) => content === "full") ?? found.find(({ content }) => content === "date");
  if (full === undefined) {
    const [named] = ranked;
    if (named === undefined) return;
    throw unknownTime(sample, header[named.i] as string, cells(named.i));
  }
  roles[full.i] = "time";
  const clock = ranked.find(({ i, content }) => i !== full.i && content === "clock");
  if (full.content === "date" && clock !== undefined) roles[clock.i] = "clock";
}

const isNamed = (cell: string): boolean =>
  [...valueRoles, "end" as const].some((role) => headerRank(cell, role) !== undefined);

/** In columns that no name calls a time, plain numbers under 12 digits are none: row numbers and volumes look like dates too easily. */
const unnamedContent = (cells: readonly string[]): TimeContent =>
  cells.some(
    (cell) => isNumberLike(cell) && (!isTimeLike(cell) || /^\d{1,11}$/.test(cell)) && !/^\d{12,19}$/.test(cell),
  )
    ? "none"
    : timeContent(cells, false);

/** A file of one price a day: its only column of numbers is the close. Adjusted closes alone serve as closes. */
function closeOnly(sample: Sample, roles: (Role | null)[], notes: string[], sources: readonly string[]): void {
  if (roles.includes("close")) return;
  const adjusted = roles.indexOf("adjustedClose");
  if (adjusted >= 0) {
    roles[adjusted] = "close";
    notes.push(`the only close is ${sources[adjusted]}: open, high and low may stand on another scale`);
    return;
  }
  if (roles.some((role) => role === "open" || role === "high" || role === "low")) return;
  const numeric = sources
    .map((_, i) => i)
    .filter((i) => roles[i] === null && sample.rows.some(({ cells }) => isNumberLike(cells[i] ?? "")));
  const [only, second] = numeric;
  if (only !== undefined && second === undefined) roles[only] = "close";
}

/** For a column that is named for times and holds none that can be read. */
function unknownTime(sample: Sample, column: string, cells: readonly string[]): UserError {
  const at = Math.max(
    0,
    cells.findIndex((cell) => cell !== "" && !isTimeLike(cell)),
  );
  return new UserError(
    `${sample.name}, line ${sample.rows[at]?.line}, column ${column}: "${(cells[at] ?? "").slice(0, 60)}" is no time that can be ` +
      "read; wanted dates such as 2020-01-31, 31.01.2020, 01/31/2020 9:30 AM, 31-Jan-20, 20200131 or seconds since 1970",
  );
}

function checkRoles(sample: Sample, roles: readonly (Role | null)[], header: readonly string[]): void {
  const wanted: readonly Role[] = ["time", "open", "high", "low", "close"];
  const missing = wanted.filter((role) => !roles.includes(role));
  const closesAlone = roles.includes("close") && missing.join() === "open,high,low";
  if (missing.length === 0 || closesAlone) return;
  const columns = header.map((cell) => (cell === "" ? '""' : cell)).join(", ");
  throw new UserError(
    `${sample.name}, line ${sample.header?.line}: no column for ${missing.join(", ")} among ${columns.slice(0, 300)}; ` +
      "wanted time (or date), open, high, low, close and, where known, volume: rename the columns, " +
      "or name the encoding (--encoding) if these words look wrong",
  );
}
