/** One fenced block of a Markdown text. */
export interface FencedBlock {
  /** First word after the opening fence, in lower case; empty if there is none. */
  readonly language: string;
  /** Its lines, without the indentation of the fence, joined by \n. */
  readonly code: string;
  /** False if the text ended before the block did. */
  readonly closed: boolean;
}

interface Opening {
  readonly mark: string;
  readonly length: number;
  readonly indent: number;
  readonly language: string;
  readonly lines: string[];
}

const fence = /^([ \t]*)(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(`{3,}|~{3,})[ \t]*([^`\r]*)$/;

/**
 * The fenced blocks of a Markdown text in order, by CommonMark's rules with three kindnesses to models: fences may be indented
 * or begin a list item; lines may end in CR LF or CR; and inside a block for which `isCode` holds, a fence that names such a language again
 * begins a new block (the model forgot to close the first). Linear in the length of the text.
 */
export function fencedBlocks(text: string, isCode: (language: string) => boolean): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: Opening | null = null;
  const close = (block: Opening, closed: boolean): void => {
    blocks.push({ language: block.language, code: block.lines.join("\n"), closed });
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const found = mayFence(line) ? fence.exec(line) : null;
    if (open === null) {
      if (found !== null) open = opening(found);
    } else if (found !== null && closes(open, found, line)) {
      close(open, true);
      open = null;
    } else if (found !== null && isCode(open.language) && isCode(languageOf(found[3] ?? ""))) {
      close(open, false);
      open = opening(found);
    } else {
      open.lines.push(unindent(line, open.indent));
    }
  }
  if (open !== null) close(open, false);
  return blocks;
}

/** Cheap test before the pattern, so that a line of a million spaces or marks is looked at once. */
function mayFence(line: string): boolean {
  return line.length < 1000 && (line.includes("```") || line.includes("~~~"));
}

function opening(found: RegExpExecArray): Opening {
  const marks = found[2] ?? "";
  return {
    mark: marks.charAt(0),
    length: marks.length,
    indent: (found[1] ?? "").length,
    language: languageOf(found[3] ?? ""),
    lines: [],
  };
}

function closes(open: Opening, found: RegExpExecArray, line: string): boolean {
  const marks = found[2] ?? "";
  return marks.startsWith(open.mark) && marks.length >= open.length && line.trim() === marks;
}

/** `typescript title="a.ts"`, `ts:strategy.ts` and `{.ts}` are `typescript`, `ts` and `ts`. */
function languageOf(info: string): string {
  return (/[a-z0-9_+#-]+/i.exec(info.trim())?.[0] ?? "").toLowerCase();
}

function unindent(line: string, indent: number): string {
  let i = 0;
  while (i < indent && (line[i] === " " || line[i] === "\t")) i++;
  return line.slice(i);
}
