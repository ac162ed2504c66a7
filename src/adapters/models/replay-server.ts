import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import type { Reply } from "../../core/reply.ts";
import type { Lang } from "../../core/task.ts";
import { openFolderRecording, recordedModels } from "./folder-recording.ts";
import type { Recording } from "./recording.ts";
import { openRunRecording } from "./run-recording.ts";
import { unknownName } from "./unknown-name.ts";

/** A running replay server. */
export interface ReplayServer {
  /** Base URL for clients: `http://127.0.0.1:<port>/v1`. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a replay server serves. */
export interface ReplayServerOptions {
  /** Folder of recorded models, one folder each. */
  readonly folder: string;
  /** Names of folders in `folder`, or paths of an attempts.jsonl (`#<model id>` behind it); nothing else is served. */
  readonly sources: readonly string[];
  /** Folder that paths of runs are relative to. */
  readonly cwd: string;
}

/** True if a source names the attempts.jsonl of a run, and not a folder of recorded replies. */
export function isRunSource(source: string): boolean {
  return /\.jsonl(#|$)/.test(source);
}

async function openRecording(source: string, options: ReplayServerOptions): Promise<Recording> {
  if (isRunSource(source)) return openRunRecording(isAbsolute(source) ? source : join(options.cwd, source));
  const names = await recordedModels(options.folder);
  if (!names.includes(source)) throw unknownName("recorded model", source, names);
  return openFolderRecording(join(options.folder, source));
}

/** The finish reason of a chat completion for each way to stop. */
function finishReason(reply: Reply): string {
  if (reply.stop === "content-filter") return "content_filter";
  return reply.stop === "length" ? "length" : "stop";
}

/** A chat completion with the recorded reply; `walkforward` holds what the format has no place for. */
function completion(reply: Reply): unknown {
  const { text, ...recorded } = reply;
  const refused = reply.stop === "refusal";
  const usage = reply.usage;
  return {
    id: "recorded",
    object: "chat.completion",
    created: 0,
    model: reply.servedModel ?? "recorded",
    choices: [
      {
        index: 0,
        finish_reason: finishReason(reply),
        message: { role: "assistant", content: refused ? null : text, refusal: refused ? text : null },
      },
    ],
    usage: {
      prompt_tokens: usage.inputTokens ?? 0,
      completion_tokens: usage.outputTokens ?? 0,
      total_tokens: (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0),
    },
    walkforward: recorded,
  };
}

const bodySchema = z.looseObject({ model: z.string() });

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function sendError(response: ServerResponse, status: number, message: string): void {
  send(response, status, { error: { message, type: "invalid_request_error", code: null, param: null } });
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[`x-walkforward-${name}`];
  return typeof value === "string" ? decodeURIComponent(value) : "";
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  recordings: ReadonlyMap<string, Recording>,
): Promise<void> {
  const body = bodySchema.safeParse(await readBody(request));
  if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
    return sendError(response, 404, `nothing at ${request.method} ${request.url}: POST /v1/chat/completions`);
  }
  if (!body.success) return sendError(response, 400, "the body is no chat completions call");
  const recording = recordings.get(body.data.model);
  if (recording === undefined) return sendError(response, 404, `no recorded model ${body.data.model}`);
  const item = header(request, "item");
  const lang: Lang = header(request, "lang") === "zh" ? "zh" : "en";
  const attempt = Number(header(request, "attempt") || "0");
  const recorded = await recording.find(item, lang, attempt);
  if (recorded.found) return send(response, 200, completion(recorded.reply));
  const wanted = `${body.data.model} has no recorded reply for ${item} (${lang}, attempt ${attempt})`;
  return sendError(response, 404, `${wanted}: ${recorded.reason}`);
}

/**
 * Serves recorded replies as chat completions over HTTP on loopback. The body's `model` says whose, the headers
 * X-Walkforward-Item, -Lang and -Attempt which; one that is missing is a 404. Throws `UserError` for an unknown or
 * broken source.
 */
export async function startReplayServer(options: ReplayServerOptions): Promise<ReplayServer> {
  const recordings = new Map<string, Recording>();
  for (const source of options.sources) recordings.set(source, await openRecording(source, options));
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, response, recordings).catch((error: unknown) => {
      if (!response.headersSent) sendError(response, 500, error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error(`no port: ${address}`);
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
