/** The name `ti`, or an escape of one of its letters; in a comment, a text or a longer name such as `$ti` too. */
const mention = /\bti\b|\\u(?:\{0*|00)(?:74|69)/;

/** True for a program that may use the global `ti`: others run without it, and pay nothing for it. */
export function mentionsTi(program: string): boolean {
  return mention.test(program);
}
