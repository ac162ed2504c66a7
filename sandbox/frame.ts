/** One frame: a header and the bytes after it. */
export interface Frame {
  readonly header: string;
  /** Columns, Float64; a copy of its own. */
  readonly body: Float64Array;
}

/** Sizes beyond which a frame is refused, bytes. */
export interface FrameLimits {
  readonly headerBytes: number;
  readonly bodyBytes: number;
}

const prefixBytes = 8;

/** The bytes of a frame: header length and body length (uint32 each, little endian), header, columns. */
export function encodeFrame(message: unknown, columns: readonly Float64Array[] = []): Uint8Array[] {
  const header = Buffer.from(JSON.stringify(message));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(header.length, 0);
  prefix.writeUInt32LE(
    columns.reduce((sum, column) => sum + column.byteLength, 0),
    4,
  );
  const bodies = columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return [prefix, header, ...bodies];
}

/** Takes chunks of a stream and gives whole frames. */
export class FrameReader {
  readonly #limits: () => FrameLimits;
  #chunks: Uint8Array[] = [];
  #size = 0;
  /** Sizes in the prefix of the frame under way. */
  #sizes: { readonly header: number; readonly body: number } | undefined;

  /** `limits` is asked at each frame, so that they can follow what is expected next. */
  constructor(limits: () => FrameLimits) {
    this.#limits = limits;
  }

  /** The frames that `chunk` completes, in order. Throws a RangeError at the first that breaks the limits. */
  push(chunk: Uint8Array): Frame[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const frames: Frame[] = [];
    for (;;) {
      if (this.#sizes === undefined) {
        if (this.#size < prefixBytes) return frames;
        this.#sizes = this.#readPrefix(this.#take(prefixBytes));
      }
      const { header, body } = this.#sizes;
      if (this.#size < header + body) return frames;
      const bytes = this.#take(header + body);
      const columns = new Float64Array(body / 8);
      new Uint8Array(columns.buffer).set(bytes.subarray(header));
      frames.push({ header: bytes.toString("utf8", 0, header), body: columns });
      this.#sizes = undefined;
    }
  }

  #readPrefix(prefix: Buffer): { readonly header: number; readonly body: number } {
    const header = prefix.readUInt32LE(0);
    const body = prefix.readUInt32LE(4);
    const limits = this.#limits();
    if (header > limits.headerBytes || body > limits.bodyBytes || body % 8 !== 0) {
      throw new RangeError(`Frame of ${header} and ${body} bytes: wanted at most ${JSON.stringify(limits)}.`);
    }
    return { header, body };
  }

  /** Removes the first bytes of what is waiting, of which there are enough; joins chunks only then. */
  #take(bytes: number): Buffer {
    const first = this.#chunks[0] ?? new Uint8Array(0);
    const whole = first.length >= bytes ? first : Buffer.concat(this.#chunks);
    const rest = first.length >= bytes ? this.#chunks.slice(1) : [];
    this.#chunks = whole.length > bytes ? [whole.subarray(bytes), ...rest] : rest;
    this.#size -= bytes;
    return Buffer.from(whole.buffer, whole.byteOffset, bytes);
  }
}
