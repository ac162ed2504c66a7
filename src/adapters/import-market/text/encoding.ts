import { isUtf8 } from "node:buffer";
import { UserError } from "../../../core/failure.ts";
import { rolesNamed } from "../columns/header-words.ts";
import type { Known } from "../understanding.ts";

/** A character encoding and how it is known. */
export interface Encoding {
  /** As TextDecoder names it. */
  readonly name: string;
  readonly known: Known;
}

/** Encodings of one or two bytes a character that vendors' exports come in, the commoner first. */
const legacy = [
  "gb18030",
  "shift_jis",
  "euc-kr",
  "big5",
  "windows-1251",
  "windows-1252",
  "windows-1250",
  "windows-1254",
  "euc-jp",
  "koi8-r",
];

const byteOrderMarks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The encoding of a text by its first bytes: a byte order mark, the zeros of UTF-16, valid UTF-8, else the one old encoding
 * under which the file's header reads as names of columns. Where the header is plain ASCII and the rest is neither, the bytes
 * stand in columns of text that are not read, and any encoding does: windows-1252 is assumed. Throws `UserError` for bytes
 * that are no text, and for a name that TextDecoder does not know.
 */
export function detectEncoding(head: Uint8Array, given: string | undefined, name: string): Encoding {
  if (given !== undefined) return { name: decoderOf(given, name).encoding, known: "given" };
  const mark = byteOrderMarks.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (mark !== undefined) return { name: mark[0], known: "stated" };
  const wide = utf16(head);
  if (wide !== undefined) return { name: wide, known: "observed" };
  refuseZeros(head, name);
  if (isUtf8(withoutCutCharacter(head))) return { name: "utf-8", known: "observed" };
  return legacyEncoding(head, name);
}

/** A decoder that throws on bytes that are not in the encoding, and keeps no byte order mark. */
export function decoderOf(encoding: string, name: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UserError(
      `${name}: no encoding "${encoding}"; wanted utf-8, utf-16le, utf-16be, gb18030, shift_jis, euc-kr, big5, ` +
        "windows-1250, windows-1251, windows-1252 or another that TextDecoder knows",
    );
  }
}

/** UTF-16 of mostly Latin letters: every other byte is 0. */
function utf16(head: Uint8Array): string | undefined {
  const pairs = head.length >> 1;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  if (pairs < 2 || Math.max(even, odd) < 0.4 * pairs || Math.min(even, odd) > 0.05 * pairs) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function refuseZeros(head: Uint8Array, name: string): void {
  const at = head.indexOf(0);
  if (at < 0) return;
  const line = head.subarray(0, at).filter((byte) => byte === 10).length + 1;
  throw new UserError(
    `${name}, line ${line}: a zero byte: a binary or damaged file, wanted a CSV; export it as text or download it again`,
  );
}

/** The bytes without a last character of UTF-8 that the end of the sample may have cut. */
function withoutCutCharacter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= 4 && back <= head.length; back++) {
    const byte = head[head.length - back] as number;
    if (byte >= 0xc0) return head.subarray(0, head.length - back);
    if (byte < 0x80) return head;
  }
  return head;
}

function legacyEncoding(head: Uint8Array, name: string): Encoding {
  const counts = legacy.map((encoding) => [encoding, namesUnder(encoding, head)] as const);
  const most = Math.max(...counts.map(([, count]) => count));
  const ascii = namesUnder(
    "ascii",
    head.filter((byte) => byte < 0x80),
  );
  const best = counts.find(([, count]) => count === most)?.[0] ?? "windows-1252";
  if (most > ascii) return { name: best, known: "observed" };
  if (controls(head) > 0.02 * head.length) {
    throw new UserError(`${name}: a binary file, wanted a CSV: export the prices as CSV`);
  }
  return { name: "windows-1252", known: "assumed" };
}

/** Most roles that one line of the sample names under an encoding; 0 where the bytes are not in it. */
function namesUnder(encoding: string, head: Uint8Array): number {
  const lines = strictly(encoding, head)
    .split(/\r\n|\n|\r/)
    .slice(0, 40);
  return Math.max(...lines.map((line) => rolesNamed(line.split(/[,;\t|]/).map((cell) => cell.replaceAll('"', "")))));
}

function strictly(encoding: string, head: Uint8Array): string {
  try {
    // `stream`: the sample may end inside a character.
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return "";
  }
}

const controls = (head: Uint8Array): number =>
  head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
