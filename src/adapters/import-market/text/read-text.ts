import { isAscii } from "node:buffer";
import { UserError } from "../../../core/failure.ts";
import { decoderOf } from "./encoding.ts";

/**
 * The text of a stream of bytes, piece by piece, without byte order mark. Pieces of plain ASCII are handed on as bytes: most
 * files are nothing else, and decoding them would cost as much as it is worth. Throws `UserError` with the line of the first
 * bytes that are not in the encoding.
 */
export async function* readText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  name: string,
): AsyncGenerator<string | Uint8Array> {
  const decoder = decoderOf(encoding, name);
  // From the first other piece on all are decoded: the decoder may hold half a character.
  let decoding = /^(utf-16|iso-2022)/.test(encoding);
  let lines = 1;
  for await (const piece of bytes) {
    if (!decoding && isAscii(piece)) {
      lines += countLines(piece);
      yield piece;
      continue;
    }
    const text = decode(decoder, piece, () => lines + goodLines(encoding, piece), encoding, name);
    lines += countLines(piece);
    decoding = true;
    if (text !== "") yield text;
  }
  const rest = decode(decoder, undefined, () => lines, encoding, name);
  if (rest !== "") yield rest;
}

function decode(
  decoder: TextDecoder,
  piece: Uint8Array | undefined,
  line: () => number,
  encoding: string,
  name: string,
): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new UserError(
      `${name}, about line ${line()}: bytes that are not ${encoding}; name the file's encoding with --encoding, e.g. windows-1252`,
    );
  }
}

/** Lines of a piece before its first bytes that do not decode; a piece that begins inside a character may be off by one. */
function goodLines(encoding: string, piece: Uint8Array): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let start = 0;
  let lines = 0;
  for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, end + 1)) {
    try {
      decoder.decode(piece.subarray(start, end + 1), { stream: true });
    } catch {
      return lines;
    }
    start = end + 1;
    lines += 1;
  }
  return lines;
}

function countLines(piece: Uint8Array): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
  return lines;
}
