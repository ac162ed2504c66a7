import { OpenAI } from "openai";
import type { Clock, ModelClient, ModelRequest } from "../../bench/ports.ts";
import { WorldError } from "../../core/failure.ts";
import type { Model } from "../../core/model.ts";
import { createRandom } from "../../core/random.ts";
import type { Reply } from "../../core/reply.ts";
import { type Answer, MalformedAnswerError, unknownUsage } from "./answer.ts";
import { createBoundedFetch } from "./bounded-fetch.ts";
import { callCost } from "./call-cost.ts";
import { type CallFailure, classifyFailure } from "./call-failure.ts";
import { chatBody, readChat } from "./chat-style.ts";
import { pause } from "./pause.ts";
import { redactor } from "./redact.ts";
import { readResponses, responsesBody } from "./responses-style.ts";
import { firstSettings, type Settings, withoutRefused } from "./settings.ts";

type Endpoint = Extract<Model["provider"], { readonly kind: "openai" }>;

/** How `createOpenAiClient` works. */
export interface OpenAiClientOptions {
  /** The key itself; null = none is sent. */
  readonly apiKey: string | null;
  readonly clock: Clock;
  /** Wait before the first retry, milliseconds; doubled for each further one, with ±25 % jitter. 1,000 by default. */
  readonly backoffMs?: number;
  /** Longest wait before a retry, milliseconds; an endpoint that asks for more is given up. 120,000 by default. */
  readonly maxWaitMs?: number;
  /** Longest answer that is read, bytes. 32 MiB by default. */
  readonly maxBodyBytes?: number;
  /** Last word on a reply, with the body that it was read from: replayed replies restore what was recorded. */
  readonly finish?: (reply: Reply, body: unknown) => Reply;
}

/** A client that can tell which settings it had to give up. */
export interface OpenAiClient extends ModelClient {
  /** The settings that the next call will carry. */
  settings(): Settings;
}

interface Context {
  readonly api: OpenAI;
  readonly provider: Endpoint;
  readonly redact: (text: string) => string;
  /** Shared by all calls of the client: what one call learns, the others need not. */
  settings: Settings;
}

function itemHeaders(request: ModelRequest): Record<string, string> {
  return {
    "X-Walkforward-Item": encodeURIComponent(request.item),
    "X-Walkforward-Lang": request.lang,
    "X-Walkforward-Attempt": String(request.attempt),
  };
}

async function send(
  context: Context,
  request: ModelRequest,
  settings: Settings,
  signal: AbortSignal,
): Promise<Response> {
  const { api, provider } = context;
  const options = { signal, headers: itemHeaders(request) };
  return provider.api === "chat"
    ? api.chat.completions.create(chatBody(provider.modelName, request, settings), options).asResponse()
    : api.responses.create(responsesBody(provider.modelName, request, settings), options).asResponse();
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    const type = response.headers.get("content-type") ?? "no content type";
    throw new MalformedAnswerError(`not JSON (${type}): ${text.slice(0, 120)}`);
  }
}

type Call =
  | { readonly ok: true; readonly answer: Answer; readonly body: unknown }
  | { readonly ok: false; readonly failure: CallFailure };

async function call(context: Context, request: ModelRequest, settings: Settings): Promise<Call> {
  const timeout = AbortSignal.timeout(context.provider.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
  try {
    const body = await readBody(await send(context, request, settings, signal));
    return { ok: true, body, answer: context.provider.api === "chat" ? readChat(body) : readResponses(body) };
  } catch (error) {
    request.signal?.throwIfAborted();
    const timedOut = timeout.aborted ? context.provider.timeoutMs : null;
    return { ok: false, failure: classifyFailure(error, context.provider.keyVariable, timedOut) };
  }
}

/** Takes a refused parameter out of the client's settings; false if none was refused. */
function learn(context: Context, sent: Settings, failure: CallFailure): boolean {
  if (failure.refusal === null || failure.filtered) return false;
  const next = withoutRefused(sent, failure.refusal);
  if (next === null) return false;
  if (context.settings === sent) context.settings = next;
  return true;
}

function giveUp(context: Context, failure: CallFailure, calls: number, wait: number | null): WorldError {
  const { provider, redact } = context;
  const path = provider.api === "chat" ? "chat/completions" : "responses";
  const tries = calls === 1 ? "1 call" : `${calls} calls`;
  const asked = wait === null ? "" : `; the endpoint asks to wait ${Math.ceil(wait / 1000)} s`;
  const where = `${provider.baseUrl.replace(/\/$/, "")}/${path}, model ${provider.modelName}`;
  return new WorldError(redact(`${where}: ${failure.reason} (${tries}${asked}). What to do: ${failure.hint}.`));
}

/** Waits before a retry; false if the caller lost patience, so that no further call is to be made. */
async function waitForRetry(waitMs: number, request: ModelRequest): Promise<boolean> {
  const { signal, patience } = request;
  if (patience?.aborted) return false;
  try {
    await pause(waitMs, signal && patience ? AbortSignal.any([signal, patience]) : (signal ?? patience));
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    if (patience?.aborted) return false;
    throw error;
  }
}

const filteredAnswer: Answer = { text: "", stop: "content-filter", usage: unknownUsage, servedModel: null };

function toReply(context: Context, model: Model, answer: Answer, latencyMs: number, retries: number): Reply {
  return {
    text: context.redact(answer.text),
    stop: answer.stop,
    usage: answer.usage,
    latencyMs,
    retries,
    servedModel: answer.servedModel === null ? null : context.redact(answer.servedModel),
    costUsd: callCost(answer.usage, model.prices),
  };
}

function createApi(provider: Endpoint, options: OpenAiClientOptions): OpenAI {
  return new OpenAI({
    apiKey: options.apiKey ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: provider.baseUrl,
    maxRetries: 0,
    // Our own signal cuts the call, body included; this one only has to come later.
    timeout: provider.timeoutMs + 60_000,
    logLevel: "off",
    fetch: createBoundedFetch({ maxBytes: options.maxBodyBytes ?? 32 * 1024 * 1024, withKey: options.apiKey !== null }),
  });
}

/**
 * A model behind an OpenAI-compatible endpoint, chat completions or responses style. Failed calls that may pass
 * (408, 409, 429, 5xx, cut or refused connections, time-outs, malformed or empty answers) are tried again, up to
 * `provider.maxRetries` times, after the wait that the endpoint asks for or a doubling one; then `ask` throws
 * `WorldError`. Parameters that the endpoint refuses are given up once and for all calls (`withoutRefused`). Aborting
 * `request.signal` rejects with the signal's reason; aborting `request.patience` gives up in place of a further try. The key enters no error and no reply.
 */
export function createOpenAiClient(model: Model, options: OpenAiClientOptions): OpenAiClient {
  const { provider } = model;
  if (provider.kind !== "openai") throw new Error(`${model.id} has no endpoint: it is a ${provider.kind}`);
  const context: Context = {
    api: createApi(provider, options),
    provider,
    redact: redactor(options.apiKey, provider.baseUrl),
    settings: firstSettings(model.generation, provider.api),
  };
  const backoffMs = options.backoffMs ?? 1000;
  const maxWaitMs = options.maxWaitMs ?? 120_000;

  async function ask(request: ModelRequest): Promise<Reply> {
    request.signal?.throwIfAborted();
    const random = createRandom(`retry|${model.id}|${request.item}|${request.lang}|${request.attempt}`);
    let passing = 0;
    for (let calls = 1; ; calls++) {
      const settings = context.settings;
      const start = options.clock.now();
      const result = await call(context, request, settings);
      const latencyMs = options.clock.now() - start;
      if (result.ok) {
        const reply = toReply(context, model, result.answer, latencyMs, calls - 1);
        return options.finish ? options.finish(reply, result.body) : reply;
      }
      const { failure } = result;
      if (failure.filtered) return toReply(context, model, filteredAnswer, latencyMs, calls - 1);
      if (learn(context, settings, failure)) continue;
      const wait = failure.retryAfterMs ?? Math.min(maxWaitMs, backoffMs * 2 ** passing) * (0.75 + 0.5 * random.next());
      if (!failure.passing || passing >= context.provider.maxRetries) throw giveUp(context, failure, calls, null);
      if (failure.retryAfterMs !== null && wait > maxWaitMs) throw giveUp(context, failure, calls, wait);
      passing++;
      if (!(await waitForRetry(wait, request))) throw giveUp(context, failure, calls, null);
    }
  }
  return { model, ask, settings: () => context.settings };
}
