import { wrapWords } from "../wrap-words.ts";

/** A line cut to `columns` characters, the last of them "…" where something was cut. */
export function cutLine(line: string, columns: number): string {
  return line.length > columns ? `${line.slice(0, Math.max(1, columns - 1)).trimEnd()}…` : line;
}

/** A line broken at spaces where it is too long; what follows is indented by `hang` characters. */
export function hangLine(line: string, columns: number, hang: number): string[] {
  const first = line.slice(0, hang);
  const parts = wrapWords(line.slice(hang), columns - hang);
  return parts.map((part, i) => `${i === 0 ? first : " ".repeat(hang)}${part}`);
}
