import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeFrame, type Frame, FrameReader } from "../../sandbox/frame.ts";

const limits = { headerBytes: 10_000, bodyBytes: 8_000 };

function readIn(pieces: readonly Uint8Array[]): Frame[] {
  const reader = new FrameReader(() => limits);
  return pieces.flatMap((piece) => reader.push(piece));
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; start < bytes.length; i++) {
    const size = Math.max(1, sizes[i % Math.max(1, sizes.length)] ?? 1);
    pieces.push(bytes.subarray(start, start + size));
    start += size;
  }
  return pieces;
}

it("frames read back as written, however the stream is cut", () => {
  const frame = fc.record({ text: fc.string({ unit: "grapheme" }), column: fc.float64Array({ maxLength: 20 }) });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 50 })), (frames, sizes) => {
      const bytes = Buffer.concat(frames.flatMap(({ text, column }) => encodeFrame({ text }, [column])));
      const read = readIn(cut(bytes, sizes));
      expect(read.map(({ header, body }) => [JSON.parse(header), [...body]])).toEqual(
        frames.map(({ text, column }) => [{ text }, [...column]]),
      );
    }),
  );
});

it("two columns of 2 and 1 numbers arrive as one body of 3", () => {
  const view = new Float64Array([0, 1, 2, 3]).subarray(1, 3);
  const [frame] = readIn(encodeFrame({}, [view, new Float64Array([7])]));
  expect([...(frame?.body ?? [])]).toEqual([1, 2, 7]);
});

it("a header of 10,001 bytes is refused before it is waited for", () => {
  const prefix = Buffer.alloc(8);
  prefix.writeUInt32LE(10_001, 0);
  expect(() => readIn([prefix])).toThrow(RangeError);
});

it("a body of 8,008 bytes, and one of 9 bytes, are refused", () => {
  for (const bytes of [8_008, 9]) {
    const prefix = Buffer.alloc(8);
    prefix.writeUInt32LE(bytes, 4);
    expect(() => readIn([prefix])).toThrow(RangeError);
  }
});

it("7 bytes are no frame yet, and 0 bytes of header and body are an empty one", () => {
  expect(readIn([Buffer.alloc(7)])).toEqual([]);
  expect(readIn([Buffer.alloc(8)])).toEqual([{ header: "", body: new Float64Array(0) }]);
});
