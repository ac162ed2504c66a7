import { expect, it } from "vitest";
import { hmacSha256 } from "../../src/adapters/hmac.ts";

it("HMAC-SHA256 of test case 2 of RFC 4231 is 5bdcc146…", () => {
  expect(hmacSha256("Jefe", "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});
