/** Colour of a piece of code: keyword, string, comment, number, or none. */
export type TokenKind = "k" | "s" | "c" | "n" | null;

/** A piece of one line of code. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Every alternative eats what it has begun, so that the scan is linear in the length of the code. */
const pattern =
  /(\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)|("(?:[^"\\\n]|\\[^\n])*"?|'(?:[^'\\\n]|\\[^\n])*'?|`(?:[^`\\]|\\[\s\S])*`?)|((?<![\w$.])\d[\w.]*)|((?<![\w$.])(?:as|async|await|break|case|catch|class|const|continue|default|do|else|export|extends|false|finally|for|from|function|if|implements|import|in|instanceof|interface|let|new|null|of|readonly|return|satisfies|static|switch|this|throw|true|try|type|typeof|undefined|var|void|while|yield)(?![\w$]))/g;
const kinds: readonly TokenKind[] = ["c", "s", "n", "k"];

/** TypeScript as coloured lines, for reading: what it does not know stays plain, and no text is lost. */
export function codeTokens(code: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  const add = (kind: TokenKind, text: string): void => {
    for (const [i, part] of text.split("\n").entries()) {
      if (i > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ kind, text: part });
    }
  };
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    add(null, code.slice(end, match.index));
    add(kinds[match.slice(1).findIndex((group) => group !== undefined)] ?? null, match[0]);
    end = match.index + match[0].length;
  }
  add(null, code.slice(end));
  return lines;
}
