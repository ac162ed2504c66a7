/** A column of numbers in few characters: `step` times the running sum of the whole numbers written in `text`. */
export interface Packed {
  readonly step: number;
  readonly text: string;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Written where a number does not exist: a difference of minus zero, which no other is. */
const absent = "B";

/**
 * Packs a column: differences as whole multiples of `step`, each in base 64 with five bits a character (the VLQ of source
 * maps). Unless given, the step is a millionth of the largest number. NaN stays NaN.
 */
export function pack(column: ArrayLike<number>, step: number = stepOf(column)): Packed {
  let text = "";
  let last = 0;
  for (let i = 0; i < column.length; i++) {
    const value = Math.round((column[i] as number) / step);
    if (!Number.isFinite(value)) {
      text += absent;
      continue;
    }
    text += write(value - last);
    last = value;
  }
  return { step, text };
}

/** The column again, each number to half a step. */
export function unpack({ step, text }: Packed): Float64Array {
  const values: number[] = [];
  let sum = 0;
  let at = 0;
  while (at < text.length) {
    if (text[at] === absent) {
      values.push(Number.NaN);
      at++;
      continue;
    }
    let scale = 1;
    let value = 0;
    let digit: number;
    do {
      digit = digits.indexOf(text[at++] ?? "");
      if (digit < 0) throw new RangeError(`no digit at ${at - 1} of a packed column`);
      value += (digit & 31) * scale;
      scale *= 32;
    } while (digit >= 32);
    sum += value % 2 === 1 ? -(value - 1) / 2 : value / 2;
    values.push(sum * step);
  }
  return Float64Array.from(values);
}

function stepOf(column: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < column.length; i++) most = Math.max(most, Math.abs(column[i] as number) || 0);
  return most > 1e-300 && Number.isFinite(most) ? most / 1e6 : 1;
}

/** The sign in the lowest bit, then five bits a character, the sixth for "more to come". */
function write(difference: number): string {
  let rest = difference < 0 ? -2 * difference + 1 : 2 * difference;
  let text = "";
  do {
    const low = rest % 32;
    rest = (rest - low) / 32;
    text += digits[rest > 0 ? low + 32 : low];
  } while (rest > 0);
  return text;
}
