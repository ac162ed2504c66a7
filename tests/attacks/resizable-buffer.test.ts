import { attack, decide, fails, stoppedOrRefused } from "./support.ts";

attack("a target over memory that changes its size", {
  "that shrinks while it is read ends at its new end": [
    decide(`const buffer = new ArrayBuffer(8 * bars.length, { maxByteLength: 16 * bars.length });
const column = new Float64Array(buffer);
let reads = 0;
return { target: { length: bars.length, get 0() { return 0; }, get 1() { buffer.resize(8); return 0; },
  get 2() { return column[2]; } } };`),
    fails("bad-positions", /target\[2\] is undefined/),
  ],
  "that is gone before it is read has length 0": [
    decide(`const column = new Float64Array(bars.length); column.buffer.transfer(); return { target: column };`),
    fails("bad-positions", /length 0; wanted 300/),
  ],
  "that is gone while it is read ends there": [
    decide(`const column = new Float64Array(bars.length);
return { target: new Proxy([], { get(_, name) {
  if (name === "length") return bars.length;
  if (name === "7") column.buffer.transfer();
  return column[name];
} }) };`),
    fails("bad-positions", /target\[7\] is undefined/),
  ],
  "that grows to 4 GiB and is written to is stopped": [
    decide(`const buffer = new ArrayBuffer(0, { maxByteLength: 2 ** 32 });
buffer.resize(2 ** 32 - 8);
new Uint8Array(buffer).fill(1);
return { target: new Float64Array(buffer) };`),
    stoppedOrRefused,
  ],
});
