import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { UserError } from "../core/failure.ts";
import { eventStream } from "./event-stream.ts";
import { createPageCache } from "./page-cache.ts";
import { refusal } from "./refusal.ts";
import { contentPolicy, securityHeaders } from "./security-headers.ts";
import type { Found, ViewerSource } from "./viewer-source.ts";

/** What the viewer answers with. */
export interface ViewerAppInput {
  readonly source: ViewerSource;
  /** The port that requests must name; asked for with every one, for it may be the system's choice. */
  readonly port: () => number;
  /** The page of an address that leads nowhere. */
  readonly missing: string;
  /** A fault of ours, to be told to the user. */
  readonly onFault: (error: unknown) => void;
  /** Ends the streams. */
  readonly signal: AbortSignal;
}

/** Pages kept made: 64 MB of them. */
const cacheBytes = 64_000_000;

/** Streams open at once; who comes later asks by himself every few seconds. */
const mostStreams = 64;

type Env = { readonly Bindings: HttpBindings };
type Ctx = Context<Env>;

/** The viewer's addresses: `/`, `/runs/<run>/<file>`, and `events` beside each index for what changes. */
export function viewerApp({ source, port, missing, onFault, signal }: ViewerAppInput): Hono<Env> {
  const cache = createPageCache(cacheBytes);
  let streams = 0;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    const { method, url = "", headers } = c.env.incoming;
    const site = headers["sec-fetch-site"];
    const facts = { method: method ?? "", target: url, host: headers.host, origin: headers.origin };
    const refused = refusal({ ...facts, fetchSite: typeof site === "string" ? site : undefined }, port());
    if (refused === null) await next();
    else c.res = c.text(`${refused.reason}\n`, refused.status, refused.status === 405 ? { Allow: "GET, HEAD" } : {});
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", contentPolicy(""));
  });

  const answer = async (c: Ctx, found: Found): Promise<Response> => {
    if (found === null) return page(c, missing, 404);
    if ("redirect" in found) return c.redirect(found.redirect + queryOf(c.req.url), 302);
    const { text, body, etag } = await cache.get(c.req.path, found);
    const headers = {
      "Content-Type": found.type === "html" ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      "Content-Security-Policy": contentPolicy(found.type === "html" ? text : ""),
      ETag: etag,
    };
    // A browser takes over the headers of a 304 too.
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    return new Response(new Uint8Array(body), { headers });
  };
  const events = async (c: Ctx, run: string | null): Promise<Response> => {
    if ((await source.version(run)) === null) return page(c, missing, 404);
    if (streams >= mostStreams) return c.text("Too many readers at once: ask again.\n", 503, { "Retry-After": "5" });
    const headers = { "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    streams++;
    const stream = eventStream({ version: () => source.version(run), signal, onEnd: () => streams-- });
    return new Response(stream, { headers });
  };

  app.get("/", async (c) => answer(c, await source.index()));
  app.get("/index.html", (c) => c.redirect(`/${queryOf(c.req.url)}`, 302));
  app.get("/events", (c) => events(c, null));
  app.get("/runs/:run", (c) =>
    c.redirect(`/runs/${encodeURIComponent(c.req.param("run"))}/${queryOf(c.req.url)}`, 302),
  );
  app.get("/runs/:run/events", (c) => events(c, c.req.param("run")));
  app.get("/runs/:run/*", async (c) => {
    const run = c.req.param("run");
    return answer(c, await source.file(run, fileOf(c.req.path)));
  });
  app.notFound((c) => page(c, missing, 404));
  app.onError((error, c) => {
    if (error instanceof UserError) return c.text(`${error.message}\n`, 500);
    onFault(error);
    return c.text("A fault of walkforward's own: the terminal says more.\n", 500);
  });
  return app;
}

/** `?lang=zh` stays with whoever is sent on. */
function queryOf(url: string): string {
  return new URL(url).search;
}

/** What stands after `/runs/<run>/`, percent signs undone; as it is where they cannot be. */
function fileOf(path: string): string {
  const name = path.split("/").slice(3).join("/");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function page(c: Ctx, body: string, status: 404): Response {
  return c.html(body, status, { "Content-Security-Policy": contentPolicy(body) });
}
