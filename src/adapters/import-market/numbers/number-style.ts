import { UserError } from "../../../core/failure.ts";
import type { Known } from "../understanding.ts";
import type { FoundSigns } from "./number-evidence.ts";
import type { NumberStyle } from "./parse-number.ts";

/** How the numbers of a file are written, and how that is known. */
export interface KnownStyle extends NumberStyle {
  readonly known: Known;
  /** True where the signs seen so far leave a choice: the rest of the file may decide it. */
  readonly open: boolean;
}

/** What is known of the numbers beside themselves. */
export interface StyleHints {
  readonly delimiter: string;
  /** Decimal sign by the user. */
  readonly given: "." | "," | undefined;
  /** Decimal sign of the vendor's files. */
  readonly usual: "." | "," | undefined;
  readonly name: string;
}

/**
 * How the numbers of a file are written, from the signs seen in them. Where all separators are like those of `13.234`, they
 * set thousands apart in a column that has 950 too, and are decimal signs in a file that writes 1234567 elsewhere. Else between commas, where `"1,234"` has its own quotation marks, a
 * comma sets thousands apart and a point is decimal; with another delimiter the user is asked, once the `whole` file has been
 * seen. Throws `UserError` where cells contradict each other.
 */
export function numberStyle(found: FoundSigns, hints: StyleHints, whole: boolean): KnownStyle {
  const { given, usual, delimiter } = hints;
  const { point, comma, eitherPoint, eitherComma, group } = found;
  if (given !== undefined)
    return { decimal: given, group: group === given ? null : group, known: "given", open: false };
  if (found.bond !== null) {
    throw new UserError(
      `${hints.name}: prices such as ${found.bond} look like 32nds of a point, as bonds are quoted; write them as decimals, ` +
        "or give --decimal . if the sign sets thousands apart",
    );
  }
  if (point !== null && comma !== null) throw contradiction(point, comma, hints.name);
  if (comma !== null) return { decimal: ",", group, known: "observed", open: false };
  if (point !== null) return { decimal: ".", group, known: "observed", open: false };
  if (eitherPoint === null && eitherComma === null) return { decimal: ".", group, known: "observed", open: true };
  if (usual !== undefined) return { decimal: usual, group, known: "usual", open: false };
  if (eitherPoint !== null && eitherComma !== null) {
    if (whole && delimiter !== ",") throw contradiction(eitherPoint, eitherComma, hints.name);
    return { decimal: ".", group: ",", known: "assumed", open: true };
  }
  const sign = eitherPoint === null ? "," : ".";
  if (found.mixed) return { decimal: sign === "." ? "," : ".", group: sign, known: "observed", open: true };
  if (found.ungrouped) return { decimal: sign, group, known: "observed", open: true };
  if (delimiter === ",") {
    const known = sign === "," ? "assumed" : "observed";
    return { decimal: ".", group: sign === "," ? "," : group, known, open: true };
  }
  if (whole) throw question(eitherPoint ?? eitherComma ?? "", sign, hints.name);
  return { decimal: sign, group, known: "assumed", open: true };
}

function contradiction(point: string, comma: string, name: string): UserError {
  return new UserError(
    `${name}: "${point}" has a decimal point and "${comma}" a decimal comma; ` +
      "say which the file has with --decimal . or --decimal ,",
  );
}

function question(example: string, sign: "." | ",", name: string): UserError {
  const whole = example.replace(sign, "");
  const [thousands, decimals] = sign === "." ? [",", "."] : [".", ","];
  return new UserError(
    `${name}: "${example}" is ${whole} if the file sets thousands apart (--decimal ${thousands}), ` +
      `and less than a thousand if that is its decimal sign (--decimal ${decimals}); no number of the file decides it: say which`,
  );
}
