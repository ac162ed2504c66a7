import { attack, decide, fails, holds } from "./support.ts";

attack("taking the buffers of the bars apart", {
  "does not reach the next run": [
    holds(
      `(() => { const fresh = bars.open.length === 300 && bars.open[0] === 100; bars.open.buffer.transfer(0); return fresh && bars.open.length === 0; })()`,
    ),
    { target: 1 },
  ],
  "leaves a detached target that is refused": [
    decide(`const target = bars.close.map(() => 1);
target.buffer.transfer(0);
return { target };`),
    fails("bad-positions", /length 0; wanted 300/),
  ],
  "while the target is read is refused at that bar": [
    decide(`const buffer = new ArrayBuffer(2400, { maxByteLength: 4800 });
const values = new Float64Array(buffer);
return { target: new Proxy(values, { get: (_, key) => { if (key === "7") buffer.resize(0); return values[key] ?? (key === "length" ? 300 : undefined); } }) };`),
    fails("bad-positions", /target\[7\] is undefined/),
  ],
});
