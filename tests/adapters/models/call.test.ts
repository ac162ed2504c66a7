import { describe, expect, it } from "vitest";
import { callCost } from "../../../src/adapters/models/call-cost.ts";
import { askedWaitMs } from "../../../src/adapters/models/call-failure.ts";
import { redactor } from "../../../src/adapters/models/redact.ts";

describe("the cost of a call", () => {
  const usage = { inputTokens: 1_000_000, cachedTokens: 400_000, outputTokens: 500_000, reasoningTokens: 450_000 };
  it("600 k input at 2, 400 k cached at 0.5 and 500 k output at 8 dollars a million are 5.40 dollars", () => {
    expect(callCost(usage, { input: 2, cachedInput: 0.5, output: 8 })).toBeCloseTo(5.4, 12);
  });
  it("cached input without a price costs as input", () => {
    expect(callCost(usage, { input: 2, cachedInput: null, output: 8 })).toBeCloseTo(6, 12);
  });
  it("reasoning tokens are part of the output and are not paid twice", () => {
    const prices = { input: 0, cachedInput: 0, output: 10 };
    expect(callCost({ ...usage, reasoningTokens: null }, prices)).toBe(callCost(usage, prices));
  });
  it("is null without prices or counts", () => {
    expect(callCost(usage, { input: null, cachedInput: 1, output: 1 })).toBeNull();
    expect(callCost({ ...usage, outputTokens: null }, { input: 1, cachedInput: 1, output: 1 })).toBeNull();
  });
});

describe("the wait that an answer asks for", () => {
  const now = Date.UTC(2026, 0, 1, 0, 0, 0);
  it("retry-after-ms is more exact and comes first; no headers ask for nothing", () => {
    expect(askedWaitMs(new Headers({ "retry-after": "1", "retry-after-ms": "120" }), now)).toBe(120);
    expect(askedWaitMs(new Headers({ "retry-after": "7" }), now)).toBe(7000);
    expect(askedWaitMs(undefined, now)).toBeNull();
  });
});

describe("redactor", () => {
  it("takes the key out, as is and percent-encoded, and the credentials of the URL", () => {
    const redact = redactor("a+b/c=", "https://user:pass@host/v1");
    expect(redact("a+b/c= a%2Bb%2Fc%3D https://user:pass@host/v1")).toBe("[key] [key] https://[key]@host/v1");
  });
  it("leaves a text alone without a key, or with one too short to be secret", () => {
    expect(redactor(null, "http://host")("x")).toBe("x");
    expect(redactor("x", "http://host")("tax")).toBe("tax");
  });
});
