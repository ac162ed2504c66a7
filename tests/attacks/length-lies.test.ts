import { attack, decide, fails } from "./support.ts";

attack("a target that lies about its length", {
  "with nothing behind it is refused at bar 0": [
    decide(`return { target: { length: bars.length } };`),
    fails("bad-positions", /target\[0\] is undefined/),
  ],
  "by a getter that changes is held to its first word": [
    decide(`let n = 0;
return { target: { get length() { return n++ ? 1e15 : bars.length; }, ...Array(300).fill(1) } };`),
    { target: 1 },
  ],
  "of 2^32 - 1 is refused": [
    decide(`return { target: { length: 2 ** 32 - 1 } };`),
    fails("bad-positions", /length 4294967295/),
  ],
  "of 2^53 is refused": [
    decide(`return { target: { length: 2 ** 53 } };`),
    fails("bad-positions", /length 9007199254740992/),
  ],
  "of an object with valueOf is refused": [
    decide(`return { target: { length: { valueOf: () => 300 } } };`),
    fails("bad-positions", /length an object/),
  ],
  "of NaN, -1 and text is refused": [
    decide(`return { target: { length: [NaN, -1, "300"][2] } };`),
    fails("bad-positions", /length the string "300"/),
  ],
});
