import { attack, decide, holds, stoppedOrRefused } from "./support.ts";

attack("a poisoned ta", {
  "is whole again in the next run": [
    holds(
      `(() => { const clean = ta.poison === undefined && String(ta.sma) !== "1"; try { ta.poison = 1; } catch {} try { ta.sma = () => bars.close.map(() => 5); } catch {} return clean; })()`,
    ),
    { target: 1 },
  ],
  "that loops is a timeout": [
    decide(`ta.sma(new Proxy([], { get: (_, key) => (key === "length" ? 2 ** 40 : 1) }), 2);`),
    stoppedOrRefused,
  ],
});
