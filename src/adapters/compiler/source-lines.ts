const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Reads a source map (version 3, one source) for lines alone: the answer turns a line of the generated code into
 * the line of the source where the first thing on it stands, both from 1. A line without a mapping is that of the
 * line before it. The map is read at the first question.
 */
export function sourceLines(map: string): (line: number) => number {
  let lines: readonly number[] | undefined;
  return (line) => {
    lines ??= readLines(map);
    return lines[Math.min(line, lines.length) - 1] ?? line;
  };
}

function readLines(map: string): readonly number[] {
  const { mappings } = JSON.parse(map) as { readonly mappings: string };
  const lines: number[] = [];
  let source = 0;
  for (const line of mappings.split(";")) {
    let first: number | null = null;
    for (const segment of line.split(",")) {
      // Column, source, line, column, each as a difference to the segment before.
      source += readNumbers(segment)[2] ?? 0;
      if (segment !== "") first ??= source;
    }
    lines.push((first ?? (lines.at(-1) ?? 1) - 1) + 1);
  }
  return lines;
}

/** Base 64 digits of 5 bits, the sixth says that more follow, the lowest bit of the first is the sign. */
function readNumbers(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
