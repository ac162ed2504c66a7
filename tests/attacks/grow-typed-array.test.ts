import { attack, decide, stoppedOrRefused } from "./support.ts";

attack("typed arrays beyond the heap limit", {
  "in one piece are a failure for memory": [
    decide(`return { target: new Float64Array(2 ** 28) };`),
    { kinds: ["memory"] },
  ],
  "in many pieces are a failure for memory": [
    decide(`const all = [];
for (;;) all.push(new Float64Array(1e5));`),
    { kinds: ["memory", "timeout"] },
  ],
  "that can be resized are a failure": [
    decide(`const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 31 });
buffer.resize(2 ** 31);
new Uint8Array(buffer).fill(1);`),
    stoppedOrRefused,
  ],
});
