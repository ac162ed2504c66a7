import { type Html, html } from "../html.ts";

/** Strongest shade: words on it keep a contrast of 4.5. */
const strongest = 0.6;

/** Class and style of a cell of a heat map: the colour of gains or of losses, as strong as `value` is of `full`. */
export function shade(value: number | null, full: number): Html | null {
  if (value === null || !(full > 0)) return null;
  const depth = Math.min(1, Math.abs(value) / full);
  if (depth < 0.01) return null;
  return html` class="${value > 0 ? "up" : "down"}" style="--m:${Math.round(100 * strongest * depth)}%"`;
}
