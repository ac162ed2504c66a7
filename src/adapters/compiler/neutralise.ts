const suppression = /@ts-(?=nocheck|ignore|expect-error)/g;
const directive = /^([\t\v\f \u00a0\ufeff]*\/\/)\/(?=[\t ]*<)/gm;

/**
 * The same code, character for character in the same place, without the comments that would steer the type checker:
 * directives of the `ts-` family, and triple-slash references.
 */
export function neutralise(code: string): string {
  return code.replace(suppression, "@ts_").replace(directive, "$1 ");
}

/**
 * True if the code might declare something that other programs of the same check would see: globals, ambient modules,
 * augmentations. Such a program is checked alone. Escaped identifiers count too, since they can hide those words.
 */
export function reachesOthers(code: string): boolean {
  if (code.includes("\\u")) return true;
  return /\bdeclare\b/.test(code) && /\b(?:global|module|namespace)\b/.test(code);
}
