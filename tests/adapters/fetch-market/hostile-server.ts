import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A file as a server holds it. */
export interface ServedFile {
  readonly body: Buffer;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** One request that came. */
export interface Asked {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  /** Bytes of body that were sent. */
  sent: number;
}

/** What a server does with one request. */
export type Behaviour = (file: ServedFile, request: IncomingMessage, response: ServerResponse, asked: Asked) => void;

/** A server on loopback, for one test. */
export interface HostileServer {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

function headersOf({ etag, lastModified }: ServedFile): Record<string, string> {
  return { ...(etag ? { etag } : {}), ...(lastModified ? { "last-modified": lastModified } : {}) };
}

function send(response: ServerResponse, asked: Asked, bytes: Buffer): void {
  asked.sent += bytes.length;
  response.end(bytes);
}

/** The rest that is asked for, where its condition holds; else null. */
function rangeStart(file: ServedFile, request: IncomingMessage): number | null {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
  const condition = request.headers["if-range"];
  const holds = condition === undefined || condition === file.etag || condition === file.lastModified;
  return start === undefined || !holds ? null : Number(start);
}

/** A server as it should be: ranges, conditions, validators, true lengths. */
export const honest: Behaviour = (file, request, response, asked) => {
  const { body } = file;
  const start = rangeStart(file, request);
  if (start === null) {
    response.writeHead(200, { ...headersOf(file), "content-length": body.length });
    return send(response, asked, body);
  }
  if (start >= body.length) {
    response.writeHead(416, { "content-range": `bytes */${body.length}` });
    return send(response, asked, Buffer.alloc(0));
  }
  const range = `bytes ${start}-${body.length - 1}/${body.length}`;
  const rest = body.subarray(start);
  response.writeHead(206, { ...headersOf(file), "content-range": range, "content-length": rest.length });
  send(response, asked, rest);
};

/** Honest, but the connection ends after `bytes` of the body. */
export function breakOff(bytes: number): Behaviour {
  return (file, request, response, asked) => {
    const start = rangeStart(file, request) ?? 0;
    const rest = file.body.subarray(start);
    const range = start > 0 ? { "content-range": `bytes ${start}-${file.body.length - 1}/${file.body.length}` } : {};
    response.writeHead(start > 0 ? 206 : 200, { ...headersOf(file), ...range, "content-length": rest.length });
    const part = rest.subarray(0, Math.min(bytes, rest.length - 1));
    asked.sent += part.length;
    response.flushHeaders();
    response.write(part, () => setImmediate(() => response.destroy()));
    if (part.length === 0) setImmediate(() => response.destroy());
  };
}

/** Sends `bytes` of the body, then nothing, and never ends. */
export function stall(bytes: number): Behaviour {
  return (file, _request, response, asked) => {
    response.writeHead(200, { ...headersOf(file), "content-length": file.body.length });
    const part = file.body.subarray(0, Math.min(bytes, file.body.length - 1));
    asked.sent += part.length;
    response.flushHeaders();
    if (part.length > 0) response.write(part);
  };
}

/** States a length of `by` bytes more (or, below 0, less) than it has, sends all it has, and closes. */
export function lieAboutLength(by: number): Behaviour {
  return (file, _request, response, asked) => {
    response.writeHead(200, { ...headersOf(file), "content-length": Math.max(0, file.body.length + by) });
    asked.sent += file.body.length;
    response.write(file.body, () => setImmediate(() => response.destroy()));
  };
}

/** Sends all, whatever part was asked for. */
export const ignoreRange: Behaviour = (file, _request, response, asked) => {
  response.writeHead(200, { ...headersOf(file), "content-length": file.body.length });
  send(response, asked, file.body);
};

/** Answers any range with the part that begins `by` bytes beside it. */
export function wrongRange(by: number): Behaviour {
  return (file, request, response, asked) => {
    const start = rangeStart(file, request);
    if (start === null) return honest(file, request, response, asked);
    const at = Math.max(0, Math.min(file.body.length - 1, start + by));
    const range = `bytes ${at}-${file.body.length - 1}/${file.body.length}`;
    response.writeHead(206, { ...headersOf(file), "content-range": range });
    send(response, asked, file.body.subarray(at));
  };
}

/** Sends the rest that is asked for, whatever the condition. */
export const ignoreCondition: Behaviour = (file, request, response, asked) => {
  delete request.headers["if-range"];
  honest(file, request, response, asked);
};

/** Says that any range is beyond the end. */
export const wrong416: Behaviour = (file, request, response, asked) => {
  if (request.headers.range === undefined) return honest(file, request, response, asked);
  response.writeHead(416, { "content-range": `bytes */${file.body.length}` });
  send(response, asked, Buffer.alloc(0));
};

/** Compresses although nobody asked for it; `cut` bytes are missing at the end, their length unsaid. */
export function compress(cut: number): Behaviour {
  return (file, _request, response, asked) => {
    const packed = gzipSync(file.body);
    const bytes = packed.subarray(0, Math.max(1, packed.length - cut));
    response.writeHead(200, { ...headersOf(file), "content-encoding": "gzip", "content-length": bytes.length });
    send(response, asked, bytes);
  };
}

/** Sends an answer of this status. */
export function status(code: number, headers: Record<string, string> = {}, body = ""): Behaviour {
  return (_file, _request, response, asked) => {
    response.writeHead(code, headers);
    send(response, asked, Buffer.from(body));
  };
}

/** An error page that claims success. */
export const page: Behaviour = status(
  200,
  { "content-type": "text/html" },
  "<!DOCTYPE html><html><head><title>Are you a robot?</title></head></html>",
);

/** No Content-Length and no chunks: the body ends where the connection does, after `bytes`. */
export function closeDelimited(bytes: number): Behaviour {
  return (file, _request, response, asked) => {
    const part = file.body.subarray(0, bytes);
    asked.sent += part.length;
    const { socket } = response;
    socket?.end(Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), part]));
  };
}

/** Starts a server that finds a file for each path, and a behaviour for each request. */
export async function startServer(
  fileOf: (path: string) => ServedFile | undefined,
  behaviourOf: (path: string, nth: number) => Behaviour = () => honest,
): Promise<HostileServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const file = fileOf(path);
    const ifRange = request.headers["if-range"]?.toString();
    const one: Asked = { path, range: request.headers.range, ifRange, sent: 0 };
    const nth = asked.push(one) - 1;
    const behaviour = file === undefined ? status(404) : behaviourOf(path, nth);
    behaviour(file ?? { body: Buffer.alloc(0) }, request, response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
