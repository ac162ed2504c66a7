import { UserError } from "../../../core/failure.ts";
import type { Known } from "../understanding.ts";
import type { NumberStyle } from "./parse-number.ts";

/** What one cell says: its decimal sign, null where it may be either, and its thousands separator. */
interface Vote {
  readonly decimal: "." | "," | null;
  readonly group: string | null;
}

const blanks = /\d([\s\u00a0\u202f'’])\d{3}(?!\d)/;

/**
 * How the numbers of a file are written, from sample cells of prices and volume. The last of two different separators is the
 * decimal sign, one that stands twice sets thousands apart, a comma before other than three digits or behind a lone 0 is
 * decimal. Where all cells are like `1,234`, a comma as delimiter means thousands, another one decimal commas (there is no
 * other reason to leave the comma). Throws `UserError` where cells contradict each other.
 */
export function numberStyle(
  cells: readonly string[],
  delimiter: string,
  given: "." | "," | undefined,
  name: string,
): NumberStyle & { readonly known: Known } {
  const votes = cells.map((cell) => vote(cell.trim()));
  const group = votes.find((one) => one.group !== null)?.group ?? null;
  if (given !== undefined) return { decimal: given, group: group === given ? null : group, known: "given" };
  const [point, comma] = [".", ","].map((sign) => votes.findIndex((one) => one.decimal === sign)) as [number, number];
  if (point >= 0 && comma >= 0) {
    throw new UserError(
      `${name}: "${cells[point]}" has a decimal point and "${cells[comma]}" a decimal comma; ` +
        "say which the file has with --decimal . or --decimal ,",
    );
  }
  if (comma >= 0) return { decimal: ",", group, known: "observed" };
  if (point >= 0) return { decimal: ".", group, known: "observed" };
  if (!cells.some((cell) => cell.includes(","))) return { decimal: ".", group, known: "observed" };
  return delimiter === "," ? { decimal: ".", group: ",", known: "assumed" } : { decimal: ",", group, known: "assumed" };
}

function vote(cell: string): Vote {
  const blank = blanks.exec(cell)?.[1];
  const group = blank === undefined ? null : blank.trim() === "" ? " " : "'";
  const digits = cell.replace(/[^\d.,]/g, "");
  const point = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (point < 0 && comma < 0) return { decimal: null, group };
  if (point >= 0 && comma >= 0) {
    return point > comma ? { decimal: ".", group: "," } : { decimal: ",", group: "." };
  }
  const sign = point >= 0 ? "." : ",";
  const [whole = "", fraction = "", ...more] = digits.split(sign);
  if (more.length > 0) return { decimal: sign === "." ? "," : ".", group: sign };
  const mayBeGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return { decimal: mayBeGroup ? null : sign, group };
}
