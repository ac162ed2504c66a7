import type { Diagnostic } from "../../core/diagnostic.ts";

/** More than this many diagnostics of one program tell a reader nothing new. */
const maxDiagnostics = 20;
/** Longest message, characters. */
const maxMessage = 400;

/** One line of the type checker's output, read. */
export type TscLine =
  | { readonly kind: "diagnostic"; readonly file: string; readonly diagnostic: Diagnostic }
  /** Belongs to the diagnostic before it. */
  | { readonly kind: "more"; readonly text: string }
  /** Not about a file: the project itself is wrong. */
  | { readonly kind: "broken"; readonly text: string };

/** Reads one line of `tsc --pretty false`; null for a line without meaning. */
export function readTscLine(line: string): TscLine | null {
  const found = /^(.+?)\((\d+),(\d+)\): error TS(\d+): (.*)$/.exec(line.slice(0, 4000));
  if (found !== null) {
    const [, file = "", row, column, code, message = ""] = found;
    return {
      kind: "diagnostic",
      file,
      diagnostic: { line: Number(row), column: Number(column), code: Number(code), message: clean(message) },
    };
  }
  if (/^error TS\d+/.test(line)) return { kind: "broken", text: line };
  return /^ +\S/.test(line) ? { kind: "more", text: line } : null;
}

/** Collects the diagnostics of many files, at most 20 a file, each message at most 400 characters. */
export class DiagnosticList {
  readonly #byFile = new Map<string, Diagnostic[]>();
  #last: string | null = null;
  /** What the checker said about the project itself; null if nothing. */
  broken: string | null = null;

  add(line: string): void {
    const read = readTscLine(line);
    if (read === null) return;
    if (read.kind === "broken") {
      this.broken = read.text;
      return;
    }
    if (read.kind === "more") {
      this.#extend(read.text);
      return;
    }
    const list = this.#byFile.get(read.file) ?? [];
    this.#byFile.set(read.file, list);
    this.#last = list.length < maxDiagnostics ? read.file : null;
    if (this.#last !== null) list.push(read.diagnostic);
  }

  of(file: string): readonly Diagnostic[] {
    return this.#byFile.get(file) ?? [];
  }

  #extend(text: string): void {
    const list = this.#last === null ? undefined : this.#byFile.get(this.#last);
    const last = list?.pop();
    if (list === undefined || last === undefined) return;
    list.push({ ...last, message: bound(`${last.message}\n${clean(text)}`) });
  }
}

/** Without advice that only helps at a desk (`npm i …`, compiler options) and without names of temporary files. */
function clean(message: string): string {
  const plain = message
    .replace(/ (?:Do you need to|Try changing|Did you mean to set|Consider using '--).*$/, "")
    .replace(/ when 'verbatimModuleSyntax' is enabled\.$/, ".")
    .replace(/"[^"]*\/p-[0-9a-f]+"/g, "");
  return bound(plain);
}

function bound(message: string): string {
  return message.length > maxMessage ? `${message.slice(0, maxMessage - 1)}…` : message;
}
