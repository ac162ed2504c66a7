/** Fewest characters that text is wrapped to: a narrower terminal wraps by itself. */
const leastColumns = 20;

/**
 * A text broken at spaces into lines of at most `columns` characters, as far as its words allow; in one line where
 * `columns` is left out.
 */
export function wrapWords(text: string, columns?: number): string[] {
  if (columns === undefined) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.length > Math.max(leastColumns, columns)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
