/** A line cut to `columns` characters, the last of them "…" where something was cut. */
export function cutLine(line: string, columns: number): string {
  return line.length > columns ? `${line.slice(0, Math.max(1, columns - 1)).trimEnd()}…` : line;
}
