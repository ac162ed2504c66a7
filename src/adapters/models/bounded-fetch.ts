import * as http from "node:http";
import * as https from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

/** Thrown when an endpoint sends more than the bound; the rest is not read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
}

/** A fetch that reads the whole body, up to a bound; closing it drops its idle connections. */
export type BoundedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

function tooLarge(maxBytes: number): BodyTooLargeError {
  return new BodyTooLargeError(`the answer is longer than ${maxBytes} bytes`);
}

/** Headers that may leave the machine: what the call needs, and nothing that the environment adds. */
const sentHeaders = /^(accept|content-type|authorization|user-agent|x-walkforward-.*)$/;

/** Statuses that must not carry a body. */
const bodiless = new Set([204, 205, 304]);

const agents = {
  "http:": new http.Agent({ keepAlive: true, scheduling: "lifo" }),
  "https:": new https.Agent({ keepAlive: true, scheduling: "lifo" }),
};

function outgoingHeaders(init: RequestInit | undefined, withKey: boolean): Record<string, string> {
  const headers: Record<string, string> = { "accept-encoding": "identity" };
  for (const [name, value] of new Headers(init?.headers)) {
    if (sentHeaders.test(name) && (withKey || name !== "authorization")) headers[name] = value;
  }
  return headers;
}

const decoders: Readonly<Record<string, typeof gunzipSync>> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
};

/** The body as it was before compression: some gateways compress although none was asked for. */
function decode(body: Buffer, encoding: string | undefined, maxBytes: number): Uint8Array<ArrayBuffer> {
  const decoder = decoders[encoding ?? ""];
  if (decoder === undefined) return new Uint8Array(body);
  try {
    return new Uint8Array(decoder(body, { maxOutputLength: maxBytes }));
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(maxBytes);
    throw error;
  }
}

function collect(message: http.IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    message.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) message.destroy(tooLarge(maxBytes));
      else chunks.push(chunk);
    });
    message.on("end", () => {
      try {
        resolve(decode(Buffer.concat(chunks), message.headers["content-encoding"], maxBytes));
      } catch (error) {
        reject(error);
      }
    });
    message.on("error", reject);
    message.on("close", () => {
      if (!message.complete) reject(new Error("the connection was cut in the middle of the answer"));
    });
  });
}

/**
 * An error answer in the one form that the openai package reads a message from, `{ error: { message } }`: endpoints
 * also send a list of errors, `{ detail }`, `{ message }` or plain text.
 */
function errorBody(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const first: unknown = Array.isArray(body) ? body[0] : body;
    if (typeof first === "object" && first !== null && "error" in first) return JSON.stringify(first);
  } catch {
    // Not JSON: its text is the message.
  }
  return JSON.stringify({ error: { message: text } });
}

function toResponse(message: http.IncomingMessage, body: Uint8Array<ArrayBuffer>): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined && name !== "content-length" && name !== "content-encoding") {
      headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
  }
  const status = message.statusCode ?? 0;
  if (status < 300) return new Response(bodiless.has(status) ? null : body, { status, headers });
  const text = bodiless.has(status) ? null : errorBody(new TextDecoder().decode(body));
  return new Response(text, { status, headers });
}

/**
 * A fetch for API calls over node:http. Unlike the global one it has no limit of 300 s on the wait for headers (a
 * reasoning model may think for longer), reads the body under a bound and under the same abort signal, follows no
 * redirect (the key would go to another host) and sends no header that the environment adds.
 *
 * @param options.maxBytes bound of the body, bytes
 * @param options.withKey false leaves the Authorization header out, for endpoints that want none
 */
export function createBoundedFetch(options: { readonly maxBytes: number; readonly withKey: boolean }): BoundedFetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const secure = url.protocol === "https:";
    const body = typeof init?.body === "string" ? init.body : "";
    const message = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = (secure ? https : http).request(url, {
        method: init?.method ?? "GET",
        agent: secure ? agents["https:"] : agents["http:"],
        headers: { ...outgoingHeaders(init, options.withKey), "content-length": Buffer.byteLength(body) },
        ...(init?.signal ? { signal: init.signal } : {}),
      });
      request.on("response", resolve);
      request.on("error", reject);
      request.end(body);
    });
    return toResponse(message, await collect(message, options.maxBytes));
  };
}
