import { attack, holds } from "./support.ts";

attack("writing to the bars", {
  "does not reach the next run": [
    holds(
      `(() => { const fresh = bars.close[0] === 100 && bars.volume[299] === 1299; bars.close.fill(1); bars.volume.fill(NaN); bars.time.reverse(); return fresh; })()`,
    ),
    { target: 1 },
  ],
  "replacing its columns does not reach the next run": [
    holds(`(() => { const fresh = bars.close.length === 300; delete bars.open; bars.length = 1; return fresh; })()`),
    { target: 1 },
  ],
});
