import * as http from "node:http";
import * as https from "node:https";
import { TransferError, transferErrorOf } from "./transfer-error.ts";

/** The head of a server's answer, its body yet unread. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: http.IncomingMessage;
  /** Whose answer it is, after redirects. */
  readonly url: URL;
}

/** What a request needs besides its address. */
export interface Opening {
  readonly headers: Readonly<Record<string, string>>;
  readonly idleTimeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

const redirects: readonly number[] = [301, 302, 303, 307, 308];
const mostRedirects = 5;

/** True for a redirect that may be followed: to a server that proves who it is, or within the same one. */
export function mayRedirect(from: URL, to: URL): boolean {
  return to.protocol === "https:" || to.origin === from.origin;
}

/**
 * Asks for `url` and follows redirects that `mayRedirect` allows.
 *
 * It is node:http and not the global fetch: that one hands out a body whose Content-Length is too short, and a compressed
 * one that ends in the middle, as if they were whole. Each connection is closed after its answer, which makes the
 * parser report bytes behind the stated length.
 *
 * @throws TransferError, or the signal's reason
 */
export async function openUrl(url: URL, opening: Opening): Promise<Answer> {
  let target = url;
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const body = await request(target, opening);
    const status = body.statusCode ?? 0;
    const location = body.headers.location;
    if (!redirects.includes(status) || location === undefined) {
      return { status, headers: body.headers, body, url: target };
    }
    body.destroy();
    target = redirectTarget(target, location);
  }
  throw new TransferError(`${url.host}: more than ${mostRedirects} redirects`);
}

function redirectTarget(from: URL, location: string): URL {
  const target = URL.parse(location, from);
  if (target === null || !/^https?:$/.test(target.protocol)) {
    throw new TransferError(`${from.host}: redirects to an address that is none`);
  }
  if (mayRedirect(from, target)) return target;
  throw new TransferError(
    `${from.host}: redirects to ${target.protocol}//${target.host}, which is another server without https: not followed`,
  );
}

function request(url: URL, { headers, idleTimeoutMs, signal }: Opening): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = (url.protocol === "https:" ? https : http).get(url, {
      // Compressed answers could not be resumed: their ranges count compressed bytes.
      headers: { "user-agent": "walkforward", ...headers, "accept-encoding": "identity", connection: "close" },
      timeout: idleTimeoutMs,
      ...(signal ? { signal } : {}),
    });
    let incoming: http.IncomingMessage | undefined;
    outgoing.on("timeout", () => {
      const seconds = idleTimeoutMs / 1000;
      outgoing.destroy(
        new TransferError(`${url.host}: silent for ${seconds} s`, { passing: true, unreachable: !incoming }),
      );
    });
    outgoing.on("response", (message) => {
      incoming = message;
      resolve(message);
    });
    // After the head has come, a fault of the connection is one of the body.
    outgoing.on("error", (error) => {
      if (incoming === undefined) reject(signal?.aborted ? signal.reason : transferErrorOf(error, url.host));
      else incoming.destroy(error);
    });
  });
}
