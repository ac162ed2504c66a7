import { describe, expect, it } from "vitest";
import { deadAfterFailures, limitClient } from "../../src/adapters/limit-client.ts";
import type { ModelClient, ModelRequest } from "../../src/bench/ports.ts";
import { WorldError } from "../../src/core/failure.ts";
import { builtInModel } from "../../src/core/model.ts";
import type { Reply } from "../../src/core/reply.ts";

const request: ModelRequest = { messages: [], item: "design-x", lang: "en", attempt: 0 };
const reply: Reply = {
  text: "ok",
  stop: "stop",
  usage: { inputTokens: null, cachedTokens: null, outputTokens: null, reasoningTokens: null },
  latencyMs: 0,
  retries: 0,
  servedModel: null,
  costUsd: null,
};
const clientOf = (ask: ModelClient["ask"]): ModelClient => ({
  model: builtInModel("x", { kind: "baseline", strategy: "x" }),
  ask,
});

describe("limitClient", () => {
  it("has at most 3 calls in flight of 50", async () => {
    let inFlight = 0;
    let most = 0;
    const client = clientOf(async () => {
      most = Math.max(most, ++inFlight);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inFlight--;
      return reply;
    });
    const limited = limitClient(client, 3);
    await Promise.all(Array.from({ length: 50 }, () => limited.ask(request)));
    expect(most).toBe(3);
  });

  it("asks a dead endpoint five times, not forty, and says why it asked no more", async () => {
    let calls = 0;
    const limited = limitClient(
      clientOf(async () => {
        calls++;
        throw new WorldError("connection refused");
      }),
      1,
    );
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => limited.ask(request)));
    expect(calls).toBe(deadAfterFailures);
    const last = results.at(-1);
    expect(last?.status === "rejected" && last.reason).toBeInstanceOf(WorldError);
    expect(last?.status === "rejected" && String(last.reason.message)).toContain("connection refused");
  });

  it("failures between successes do not make an endpoint dead", async () => {
    let calls = 0;
    const limited = limitClient(
      clientOf(async () => {
        if (++calls % 2 === 0) throw new WorldError("busy");
        return reply;
      }),
      1,
    );
    await Promise.allSettled(Array.from({ length: 40 }, () => limited.ask(request)));
    expect(calls).toBe(40);
  });

  it("a call that waits for a retry loses its patience with the signal; one in flight is not cut", async () => {
    const stop = new AbortController();
    const seen: ModelRequest[] = [];
    const limited = limitClient(
      clientOf(async (asked) => {
        seen.push(asked);
        return reply;
      }),
      1,
    );
    await limited.ask({ ...request, signal: stop.signal });
    stop.abort();
    expect(seen[0]?.signal).toBeUndefined();
    expect(seen[0]?.patience?.aborted).toBe(true);
  });

  it("starts nothing after the signal, and lets what is in flight finish", async () => {
    const stop = new AbortController();
    let started = 0;
    const limited = limitClient(
      clientOf(async () => {
        started++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return reply;
      }),
      2,
    );
    const all = Array.from({ length: 10 }, () => limited.ask({ ...request, signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort();
    const results = await Promise.allSettled(all);
    expect(started).toBe(2);
    expect(results.filter((result) => result.status === "fulfilled").length).toBe(2);
  });
});
