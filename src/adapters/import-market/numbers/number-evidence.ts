/** What the numbers of a file say of the way they are written. */
export interface NumberEvidence {
  /** `column` is any number that is the same for cells of one column. */
  add(cell: string, column: number): void;
  found(): FoundSigns;
}

/** Signs seen in the numbers of a file; each an example or null. */
export interface FoundSigns {
  /** A number whose point, or comma, can only be decimal. */
  readonly point: string | null;
  readonly comma: string | null;
  /** A number like 13.234, or 13,234, that may be either thousands or decimals. */
  readonly eitherPoint: string | null;
  readonly eitherComma: string | null;
  /** True if a column holds such numbers beside ones like 950: decimals would not be left out of some and stand in threes in others. */
  readonly mixed: boolean;
  /** A thousands separator that can be nothing else. */
  readonly group: string | null;
  /** True if a number of four digits or more stands there without separators: the file sets no thousands apart. */
  readonly ungrouped: boolean;
  /** A price like 131'165, where twenty or more and all with an apostrophe are a bond's: 131 and 16½ thirty-seconds; null elsewhere. */
  readonly bond: string | null;
}

const separators = /[.,\s\u00a0\u202f'’]/;
const blanks = /\d([\s\u00a0\u202f'’])\d{3}(?!\d)/;

/** Whole, two digits below 32, and a last one of quarters: 131'165 is 131 + 16.5 / 32. */
const thirtySeconds = /^\d{2,3}['’](?:[0-2]\d|3[01])[0257]$/;

/** An empty collection of evidence. */
export function createNumberEvidence(): NumberEvidence {
  const found: { -readonly [Sign in keyof FoundSigns]: FoundSigns[Sign] } = {
    point: null,
    comma: null,
    eitherPoint: null,
    eitherComma: null,
    mixed: false,
    group: null,
    ungrouped: false,
    bond: null,
  };
  /** Numbers with an apostrophe that may be of thirty-seconds; NaN once one cannot. */
  let bonds = 0;
  /** Columns with numbers of three digits or less and no separators, and those with numbers like 13.234. */
  const bare = new Set<number>();
  const either = new Set<number>();

  const note = (cell: string, { decimal, group, either: sign }: Signs, column: number): void => {
    if (decimal === ".") found.point ??= cell;
    if (decimal === ",") found.comma ??= cell;
    if (sign === ".") found.eitherPoint ??= cell;
    if (sign === ",") found.eitherComma ??= cell;
    if (sign !== null) either.add(column);
    found.group ??= group;
  };

  return {
    found: () => ({ ...found, mixed: [...either].some((column) => bare.has(column)) }),
    add(cell, column) {
      if (!separators.test(cell)) {
        found.ungrouped ||= /\d{4}/.test(cell);
        if (/^\d{1,3}$/.test(cell) && cell !== "0") bare.add(column);
        return;
      }
      const blank = blanks.exec(cell)?.[1];
      if (blank === "'" || blank === "’") {
        bonds = thirtySeconds.test(cell) ? bonds + 1 : Number.NaN;
        found.bond = bonds >= 20 ? cell : null;
      }
      if (blank !== undefined) found.group ??= blank.trim() === "" ? " " : "'";
      const digits = cell.replace(/[^\d.,]/g, "");
      found.ungrouped ||= /^\d{4}/.test(digits) && blank === undefined;
      note(cell, signsOf(digits), column);
    },
  };
}

interface Signs {
  readonly decimal: string | null;
  readonly group: string | null;
  readonly either: string | null;
}

/** The last of two different separators is the decimal sign, one that stands twice sets thousands apart. */
function signsOf(digits: string): Signs {
  const point = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (point < 0 && comma < 0) return { decimal: null, group: null, either: null };
  if (point >= 0 && comma >= 0) {
    return { decimal: point > comma ? "." : ",", group: point > comma ? "," : ".", either: null };
  }
  const sign = point >= 0 ? "." : ",";
  const [whole = "", fraction = "", ...more] = digits.split(sign);
  if (more.length > 0) return { decimal: sign === "." ? "," : ".", group: sign, either: null };
  // A comma before other than three digits or behind a lone 0 is decimal.
  const mayBeGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return mayBeGroup ? { decimal: null, group: null, either: sign } : { decimal: sign, group: null, either: null };
}
