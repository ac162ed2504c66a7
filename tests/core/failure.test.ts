import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failure } from "../../src/core/failure.ts";

const messageOf = (message: string): string => failure("run", "run-error", message).message;

describe("the message of a failure", () => {
  it("keeps text, newlines and tabs as they are", () => {
    const text = "TypeError: x is not a function (line 3)\n\tat 平均線 – 100 % 🙂";
    expect(messageOf(text)).toBe(text);
  });

  it("shows control characters as U+FFFD", () => {
    expect(messageOf("a\u001b[2Jb\u0000c\u007fd\u009be")).toBe("a\ufffd[2Jb\ufffdc\ufffdd\ufffde");
  });

  it("shows line separators and marks of direction as U+FFFD", () => {
    expect(messageOf("a\u2028b\u2029c\u202ed\u2066e\u200f")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd");
  });

  it("takes a carriage return before a newline away, and shows any other as U+FFFD", () => {
    expect(messageOf("a\r\nb\rc")).toBe("a\nb\ufffdc");
  });

  it("shows half a surrogate pair as U+FFFD, also where it is cut", () => {
    expect(messageOf("a\ud83d")).toBe("a\ufffd");
    expect(messageOf(`${"x".repeat(1999)}🙂${"y".repeat(9)}`)).toBe(`${"x".repeat(1999)}\ufffd…`);
  });

  it("of 2,000 characters is whole, of 2,001 ends in an ellipsis", () => {
    expect(messageOf("x".repeat(2000))).toBe("x".repeat(2000));
    expect(messageOf("x".repeat(2001))).toBe(`${"x".repeat(2000)}…`);
  });

  it("is bounded, well formed, without control characters, and the same a second time", () => {
    const any = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
    const long = fc.tuple(any, fc.integer({ min: 0, max: 300 })).map(([text, times]) => text.repeat(times));
    fc.assert(
      fc.property(long, (text) => {
        const message = messageOf(text);
        expect(message.length).toBeLessThanOrEqual(2001);
        expect(message.isWellFormed()).toBe(true);
        expect(message).not.toMatch(/[^\P{Cc}\n\t]/u);
        expect(messageOf(message)).toBe(message);
      }),
    );
  });
});
