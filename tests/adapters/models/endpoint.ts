import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { ModelRequest } from "../../../src/bench/ports.ts";
import { builtInModel, type Model } from "../../../src/core/model.ts";

/** One call as it arrived. */
export interface Call {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** Answers one call, well or badly. */
export type Behaviour = (response: ServerResponse, call: Call, request: IncomingMessage) => void | Promise<void>;

/** A local endpoint that does what a test tells it to. */
export interface Endpoint {
  readonly url: string;
  readonly calls: Call[];
  close(): Promise<void>;
}

/** An endpoint whose k-th call gets the k-th behaviour, and every later one the last. */
export async function startEndpoint(...behaviours: readonly Behaviour[]): Promise<Endpoint> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call: Call = {
      url: request.url ?? "",
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>,
    };
    calls.push(call);
    await behaviours[Math.min(calls.length, behaviours.length) - 1]?.(response, call, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

/** Answers with any body. */
export function raw(status: number, contentType: string, body: string): Behaviour {
  return (response) => {
    response.writeHead(status, { "content-type": contentType }).end(body);
  };
}

/** An error in OpenAI's form. */
export function refuse(status: number, message: string, extra: Record<string, unknown> = {}): Behaviour {
  return json(status, { error: { message, type: "invalid_request_error", param: null, code: null, ...extra } });
}

/** A good chat completion. */
export function chat(text: string, extra: { message?: object; finish?: string; usage?: object } = {}): Behaviour {
  return json(200, {
    id: "1",
    object: "chat.completion",
    model: "served-name",
    choices: [
      {
        index: 0,
        finish_reason: extra.finish ?? "stop",
        message: { role: "assistant", content: text, ...extra.message },
      },
    ],
    usage: extra.usage ?? { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  });
}

/** A good response object. */
export function responses(text: string, extra: object = {}): Behaviour {
  return json(200, {
    id: "1",
    object: "response",
    model: "served-name",
    status: "completed",
    output: [
      { type: "reasoning", summary: [] },
      { type: "message", role: "assistant", content: [{ type: "output_text", text, annotations: [] }] },
    ],
    usage: {
      input_tokens: 100,
      input_tokens_details: { cached_tokens: 40 },
      output_tokens: 20,
      output_tokens_details: { reasoning_tokens: 12 },
    },
    ...extra,
  });
}

/** A model behind a test endpoint: 2 retries, 2 s time-out. */
export function endpointModel(
  baseUrl: string,
  provider: Partial<Extract<Model["provider"], { kind: "openai" }>> = {},
): Model {
  return builtInModel("test-model", {
    kind: "openai",
    baseUrl,
    api: "chat",
    keyVariable: "TEST_API_KEY",
    modelName: "test-name",
    concurrency: 4,
    timeoutMs: 2000,
    maxRetries: 2,
    ...provider,
  });
}

/** A small request. */
export const hello: ModelRequest = {
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Say hello." },
  ],
  item: "design-hello",
  lang: "en",
  attempt: 0,
};
