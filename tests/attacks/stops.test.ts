import { attack, decide, fails } from "./support.ts";

const flat = "target: bars.close.map(() => 1)";

attack("stops", {
  "of numbers above 0 and NaN are taken": [
    decide(`const stop = bars.close.map((_, t) => (t % 2 ? NaN : 0.1));
return { ${flat}, stopLoss: stop, takeProfit: Array.from(stop), trailingStop: stop };`),
    { target: 1 },
  ],
  "that are undefined are none": [decide(`return { ${flat}, stopLoss: undefined };`), { target: 1 }],
  "of 0 are refused, with the place": [
    decide(`return { ${flat}, stopLoss: bars.close.map((_, t) => (t === 7 ? 0 : 0.1)) };`),
    fails("bad-positions", /^stopLoss\[7\] is 0; wanted a number above 0, or NaN for none$/),
  ],
  "below 0 are refused, with the place": [
    decide(`return { ${flat}, takeProfit: bars.close.map((_, t) => (t === 299 ? -0.1 : 0.1)) };`),
    fails("bad-positions", /^takeProfit\[299\] is -0.1;/),
  ],
  "that are not numbers are refused": [
    decide(`return { ${flat}, trailingStop: Array.from(bars.close, (_, t) => (t === 3 ? null : 0.1)) };`),
    fails("bad-positions", /^trailingStop\[3\] is null;/),
  ],
  "as one number for all bars are refused": [
    decide(`return { ${flat}, trailingStop: 0.05 };`),
    fails("bad-positions", /^trailingStop is 0.05; wanted one number a bar$/),
  ],
  "that are null are refused": [
    decide(`return { ${flat}, stopLoss: null };`),
    fails("bad-positions", /^stopLoss is null;/),
  ],
  "of another length are refused": [
    decide(`return { ${flat}, takeProfit: bars.close.slice(1) };`),
    fails("bad-positions", /^takeProfit has length 299; wanted 300, one number a bar$/),
  ],
  "of 2^53 bars are refused": [
    decide(`return { ${flat}, stopLoss: { length: 2 ** 53 } };`),
    fails("bad-positions", /^stopLoss has length 9007199254740992;/),
  ],
  "do not pass for targets": [
    decide(`return { target: bars.close.map(() => 2), stopLoss: bars.close.map(() => 2) };`),
    fails("bad-positions", /^target\[0\] is 2;/),
  ],
  "by a getter are read once": [
    decide(`let reads = 0;
return { ${flat}, get stopLoss() { if (reads++) throw 1; return { length: 300, ...bars.close }; } };`),
    { target: 1 },
  ],
  "by a getter that throws are refused": [
    decide(`return { ${flat}, get takeProfit() { throw new Error("no"); } };`),
    fails("bad-positions", /cannot be read: Error: no/),
  ],
  "whose numbers change when they are read again keep the first": [
    decide(`let reads = 0;
return { ${flat}, stopLoss: new Proxy({}, { get: (_, key) => (key === "length" ? 300 : reads++ < 300 ? 0.1 : -1) }) };`),
    { target: 1 },
  ],
  "do not come from a polluted prototype into the columns of another": [
    decide(`for (const i of [0, 1, 2, 3]) Object.defineProperty(Array.prototype, i, { set() { throw 1; }, get: () => 5 });
return { ${flat}, stopLoss: bars.close.map(() => 0.1) };`),
    { target: 1 },
  ],
  "under a name that is nearly theirs are refused, for they would be none": [
    decide(`return { ${flat}, stoploss: bars.close.map(() => 0.1) };`),
    fails("bad-positions", /^nothing is called stoploss: did you mean stopLoss\?$/),
  ],
  "under a name that is nearly a target's are refused by name": [
    decide(`return { targets: bars.close.map(() => 1) };`),
    fails("bad-positions", /^nothing is called targets: did you mean target\?$/),
  ],
  "beside a name of 2^20 characters, or two thousand names, are looked for in no time": [
    decide(`const extra = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => ["extra" + i, 0]));
return { ${flat}, ...extra, ["stopLoss".repeat(2 ** 17)]: 1 };`),
    { target: 1 },
  ],
  "other fields are ignored": [
    decide(`return { target: bars.close.map(() => 1), name: "x", get note() { throw 1; } };`),
    { target: 1 },
  ],
});
