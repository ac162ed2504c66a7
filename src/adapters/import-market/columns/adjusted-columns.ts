import { UserError } from "../../../core/failure.ts";
import type { Role } from "../understanding.ts";
import type { ColumnMap } from "./map-columns.ts";

/** Which columns serve as prices, and how they are adjusted. */
export interface PriceColumns {
  readonly columns: ColumnMap;
  /**
   * `columns`: adjusted ones were taken; `ratio`: by adjusted close ÷ close, bar by bar; `quoted`: those as quoted, where the file
   * has adjusted ones of all four beside them; null: the file does not tell.
   */
  readonly adjusted: "columns" | "ratio" | "quoted" | null;
}

const pairs: readonly (readonly [raw: Role, adjusted: Role])[] = [
  ["open", "adjustedOpen"],
  ["high", "adjustedHigh"],
  ["low", "adjustedLow"],
  ["close", "adjustedClose"],
];

/** The prices as quoted, or, where wanted, adjusted for dividends too. Throws `UserError` for a file that cannot adjust. */
export function priceColumns(columns: ColumnMap, wanted: boolean, name: string): PriceColumns {
  const has = (role: Role): boolean => columns.roles.includes(role);
  const hasAll = pairs.every((roles) => roles.every(has));
  if (!wanted) return { columns: without(columns, has("adjustedClose")), adjusted: hasAll ? "quoted" : null };
  if (pairs.every(([, adjusted]) => has(adjusted))) return { columns: swapped(columns), adjusted: "columns" };
  if (has("adjustedClose") && has("close")) return { columns, adjusted: "ratio" };
  throw new UserError(
    `${name}: no column of adjusted closes among ${columns.sources.join(", ")}; leave --adjusted away`,
  );
}

/** The raw columns alone; adjusted ones are not read. */
function without(columns: ColumnMap, hasAdjusted: boolean): ColumnMap {
  const roles = columns.roles.map((role) => (role?.startsWith("adjusted") === true ? null : role));
  const note = "the file has adjusted closes too: --adjusted takes prices adjusted for dividends";
  return { ...columns, roles, notes: hasAdjusted ? [...columns.notes, note] : columns.notes };
}

/** The adjusted columns in the roles of the raw ones. */
function swapped(columns: ColumnMap): ColumnMap {
  const all: readonly (readonly [Role, Role])[] = columns.roles.includes("adjustedVolume")
    ? [...pairs, ["volume", "adjustedVolume"]]
    : pairs;
  const roles = columns.roles.map((role) => {
    const pair = all.find(([raw, adjusted]) => raw === role || adjusted === role);
    if (pair === undefined) return role;
    return pair[1] === role ? pair[0] : null;
  });
  return { ...columns, roles };
}
