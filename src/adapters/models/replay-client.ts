import { z } from "zod";
import type { Clock, ModelClient } from "../../bench/ports.ts";
import type { Model } from "../../core/model.ts";
import type { Reply } from "../../core/reply.ts";
import { createOpenAiClient } from "./openai-client.ts";

const count = z.number().nullable();
const recordedSchema: z.ZodType<Omit<Reply, "text">> = z.strictObject({
  stop: z.enum(["stop", "length", "refusal", "content-filter", "empty"]),
  usage: z.strictObject({ inputTokens: count, cachedTokens: count, outputTokens: count, reasoningTokens: count }),
  latencyMs: z.number(),
  retries: z.number(),
  servedModel: z.string().nullable(),
  costUsd: z.number().nullable(),
});

/** Puts back what was recorded, so that a replay gives the same bytes every time. */
function restore(reply: Reply, body: unknown): Reply {
  const { walkforward } = z.looseObject({ walkforward: recordedSchema }).parse(body);
  return { text: reply.text, ...walkforward };
}

/**
 * A recorded model: its calls go through the openai client and HTTP to a replay server. Latency, usage and cost of a reply
 * are the recorded ones. A reply that was not recorded is a `WorldError`: not attempted.
 *
 * @param options.url base URL of the replay server
 */
export function createReplayClient(
  model: Model,
  options: { readonly url: string; readonly clock: Clock },
): ModelClient {
  const { provider } = model;
  if (provider.kind !== "replay") throw new Error(`${model.id} is no replay but ${provider.kind}`);
  const endpoint = {
    kind: "openai",
    baseUrl: options.url,
    api: "chat",
    keyVariable: null,
    modelName: provider.source,
    concurrency: 8,
    timeoutMs: 30_000,
    maxRetries: 2,
  } as const;
  const client = createOpenAiClient(
    { ...model, provider: endpoint },
    { apiKey: null, clock: options.clock, backoffMs: 50, finish: restore },
  );
  return { model, ask: (request) => client.ask(request) };
}
