import { expect, it } from "vitest";
import type { ModelClient, ModelRequest } from "../../src/bench/ports.ts";

/** A client to be held to the contract, with a request that it can answer. */
export interface ModelClientCase {
  readonly client: ModelClient;
  readonly request: ModelRequest;
  /** Words that the reply must hold. */
  readonly words: string;
  /** A request that it cannot answer and the class of the error. */
  readonly impossible: {
    readonly request: ModelRequest;
    readonly error: "WorldError" | "UserError";
    readonly client?: ModelClient;
  };
}

/** What every `ModelClient` keeps to. `open` is called once a test. */
export function modelClientContract(open: () => Promise<ModelClientCase>): void {
  it("gives a reply whose every field is defined, with numbers that exist", async () => {
    const { client, request, words } = await open();
    const reply = await client.ask(request);
    expect(reply.text).toContain(words);
    expect(reply.stop).toBe("stop");
    expect(Object.keys(reply).sort()).toEqual(
      ["costUsd", "latencyMs", "retries", "servedModel", "stop", "text", "usage"].sort(),
    );
    expect(reply.latencyMs).toBeGreaterThanOrEqual(0);
    expect(reply.retries).toBe(0);
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
  });

  it("gives the same text for the same request, one after the other and at once", async () => {
    const { client, request } = await open();
    const first = await client.ask(request);
    const others = await Promise.all(Array.from({ length: 5 }, () => client.ask(request)));
    expect(others.map((reply) => reply.text)).toEqual(Array(5).fill(first.text));
  });

  it("does not change the request", async () => {
    const { client, request } = await open();
    const before = structuredClone(request);
    await client.ask(request);
    expect(request).toEqual(before);
  });

  it("rejects with the reason of a signal that is already aborted", async () => {
    const { client, request } = await open();
    const signal = AbortSignal.abort(new Error("stopped by the user"));
    await expect(client.ask({ ...request, signal })).rejects.toThrow("stopped by the user");
  });

  it("throws an error of its class, with a message, where there can be no reply", async () => {
    const { client, impossible } = await open();
    const error = { name: impossible.error, message: expect.stringMatching(/.{20}/) };
    await expect((impossible.client ?? client).ask(impossible.request)).rejects.toMatchObject(error);
  });

  it("carries the model that it was made for", async () => {
    const { client } = await open();
    expect(client.model.id).toMatch(/./);
  });
}
