import { afterEach, expect } from "vitest";
import { createOpenAiClient, type OpenAiClient } from "../../../src/adapters/models/openai-client.ts";
import type { Model } from "../../../src/core/model.ts";
import { type Behaviour, type Endpoint, endpointModel, hello, startEndpoint } from "./endpoint.ts";

/** The key of every test, to be found nowhere. */
export const apiKey: string = "sk-secret-0123456789";
/** Endpoints to be closed after the test. */
export const open: Endpoint[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

type Provider = Partial<Extract<Model["provider"], { kind: "openai" }>>;

/** A client of an endpoint with these behaviours. */
export async function serve(
  behaviours: readonly Behaviour[],
  provider: Provider = {},
  change: Partial<Model> = {},
): Promise<{ client: OpenAiClient; endpoint: Endpoint }> {
  const endpoint = await startEndpoint(...behaviours);
  open.push(endpoint);
  const model = { ...endpointModel(endpoint.url, provider), ...change };
  const client = createOpenAiClient(model, { apiKey, clock: performance, backoffMs: 1, maxWaitMs: 5000 });
  return { client, endpoint };
}

/** The error of a call that must fail. */
export async function failureOf(client: OpenAiClient): Promise<Error> {
  const error = await client.ask(hello).then(
    (reply) => new Error(`no failure but ${JSON.stringify(reply)}`),
    (thrown: unknown) => thrown as Error,
  );
  expect(error.name, error.message).toBe("WorldError");
  return error;
}
