import { attack, decide, fails } from "./support.ts";

attack("a target that is a proxy", {
  "is read once a bar, so that no number changes after its check": [
    decide(`const seen = new Set();
const target = new Proxy([], {
  get(_, key) {
    if (key === "length") return bars.length;
    const again = seen.has(key);
    seen.add(key);
    return again ? 7 : 1;
  },
});
return { target };`),
    { target: 1 },
  ],
  "that throws is refused": [
    decide(`return { target: new Proxy([], { get() { throw new Error("no"); } }) };`),
    fails("bad-positions", /Error: no/),
  ],
  "that is revoked is refused": [
    decide(`const { proxy, revoke } = Proxy.revocable([], {});
revoke();
return { target: proxy };`),
    fails("bad-positions", /revoked/),
  ],
  "of the whole answer is read like any object": [
    decide(`return new Proxy({}, { get: (_, key) => (key === "target" ? bars.close.map(() => 1) : undefined) });`),
    { target: 1 },
  ],
});
