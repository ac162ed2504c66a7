import { UserError } from "../../../core/failure.ts";
import { compressionOf, refuseForeign, refuseNoTable } from "../bytes/file-kinds.ts";
import type { OpenedBytes } from "../bytes/open-bytes.ts";
import { decoderOf, detectEncoding, type Encoding } from "./encoding.ts";

/** Bytes from which encoding, delimiter, vendor, columns and notations are told. */
const headBytes = 1 << 18;

/** The beginning of a file as text. */
export interface Head {
  readonly text: string;
  readonly encoding: Encoding;
  /** True if it is the file to its end. */
  readonly whole: boolean;
}

/** The first 256 KiB of a file as text. Throws `UserError` for bytes that are no text, and for text that is no table. */
export async function readHead(bytes: OpenedBytes, encoding: string | undefined, name: string): Promise<Head> {
  const { head, whole } = await firstBytes(bytes);
  if (head.length === 0) throw new UserError(`${name}: nothing inside; download it again`);
  refuseForeign(head, name);
  if (bytes.compression !== "none" && compressionOf(head) !== "none") {
    throw new UserError(
      `${name}: packed twice, ${compressionOf(head)} inside ${bytes.compression}: unpack it and give what is inside`,
    );
  }
  const detected = detectEncoding(head, encoding, name);
  const text = decode(head, detected.name, name);
  refuseNoTable(text, name);
  return { text, encoding: detected, whole };
}

async function firstBytes(bytes: OpenedBytes): Promise<{ head: Uint8Array; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes.read()) {
    pieces.push(piece);
    length += piece.length;
    if (length > headBytes) return { head: Buffer.concat(pieces).subarray(0, headBytes), whole: false };
  }
  return { head: Buffer.concat(pieces), whole: true };
}

function decode(head: Uint8Array, encoding: string, name: string): string {
  try {
    // `stream`: the end may cut a character.
    return decoderOf(encoding, name).decode(head, { stream: true });
  } catch {
    throw new UserError(`${name}: bytes that are not ${encoding}; name the file's encoding with --encoding`);
  }
}
