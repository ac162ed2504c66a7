import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { createOpenAiClient } from "../../../src/adapters/models/openai-client.ts";
import { type Behaviour, chat, endpointModel, hello, raw, refuse, startEndpoint } from "./endpoint.ts";
import { apiKey, failureOf, open, serve } from "./serve.ts";

it("nothing thrown holds the key, to any depth", async () => {
  const behaviours = [401, 400, 404, 418, 500].map((status) =>
    refuse(status, `bad ${apiKey} ${encodeURIComponent(apiKey)}`),
  );
  for (const behaviour of [
    ...behaviours,
    raw(200, "text/html", apiKey),
    (response: { destroy(): void }) => response.destroy(),
  ]) {
    const { client } = await serve([behaviour as Behaviour], { maxRetries: 0 });
    const error = await failureOf(client);
    expect(error.cause).toBeUndefined();
    expect(
      `${error.message}\n${error.stack}\n${JSON.stringify(error, Object.getOwnPropertyNames(error))}`,
    ).not.toContain(apiKey);
  }
});

it.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
] as const)("an answer that the gateway compressed with %s is read", async (encoding, compress) => {
  const body = JSON.stringify({ choices: [{ finish_reason: "stop", message: { content: "Hello." } }] });
  const { client } = await serve([
    (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": encoding }).end(compress(body));
    },
  ]);
  expect((await client.ask(hello)).text).toBe("Hello.");
});

it("a small body that unpacks to 40 MB is refused at once", async () => {
  const { client } = await serve(
    [
      (response) => {
        response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(40_000_000)));
      },
    ],
    { timeoutMs: 20_000 },
  );
  expect((await failureOf(client)).message).toContain("longer than 33554432 bytes (1 call)");
});

it("without a key no Authorization header is sent", async () => {
  const endpoint = await startEndpoint(chat("Hello."));
  open.push(endpoint);
  await createOpenAiClient(endpointModel(endpoint.url, { keyVariable: null }), {
    apiKey: null,
    clock: performance,
  }).ask(hello);
  expect(endpoint.calls[0]?.headers).not.toHaveProperty("authorization");
});

it("an endpoint that is down is named, with advice", async () => {
  const endpoint = await startEndpoint(chat("Hello."));
  await endpoint.close();
  const client = createOpenAiClient(endpointModel(endpoint.url, { maxRetries: 0 }), { apiKey, clock: performance });
  const { message } = await failureOf(client);
  expect(message).toContain("ECONNREFUSED");
  expect(message).toContain("check baseUrl");
});
