import type { AnyValues } from "./parameter.ts";

/** Numbers as a text shows them, in order: signs, thousands separators and decimals understood. */
export function numbersIn(text: string): readonly number[] {
  const found = text.match(/(?<![\w.])[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g) ?? [];
  return found.map((token) => Number(token.replace("−", "-").replaceAll(",", "")));
}

/** Scales in which a parameter may be shown: as it is, or a fraction as percent. */
const scales = [1, 100];

/**
 * The parameters as a reader of the text knows them: each value replaced by the shown number nearest to it. A value
 * that the text rounds or hides comes out changed, and so does the answer solved from it. null if the text shows
 * nothing near a value.
 */
export function displayedValues(values: AnyValues, text: string): AnyValues | null {
  const shown = numbersIn(text);
  const read = (value: number): number | null => {
    let best: number | null = null;
    for (const scale of scales) {
      for (const token of shown) {
        const candidate = token / scale;
        if (best === null || Math.abs(candidate - value) < Math.abs(best - value)) best = candidate;
      }
    }
    return best !== null && Math.abs(best - value) <= 0.01 * Math.abs(value) + 1e-9 ? best : null;
  };
  const entries = Object.entries(values).map(([name, value]) => {
    const list = typeof value === "number" ? [read(value)] : value.map(read);
    if (list.includes(null)) return null;
    return [name, typeof value === "number" ? (list[0] as number) : (list as readonly number[])] as const;
  });
  return entries.includes(null) ? null : Object.fromEntries(entries as readonly (readonly [string, number])[]);
}
