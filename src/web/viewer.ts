import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { UserError } from "../core/failure.ts";
import { viewerApp } from "./viewer-app.ts";
import type { ViewerSource } from "./viewer-source.ts";

/** How the viewer is opened. */
export interface ViewerOptions {
  readonly source: ViewerSource;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** The page of an address that leads nowhere. */
  readonly missing: string;
  /** A fault of ours, to be told to the user. */
  readonly onFault: (error: unknown) => void;
}

/** A viewer that is open. */
export interface Viewer {
  readonly port: number;
  readonly url: string;
  /** Ends every answer that is under way. */
  close(): Promise<void>;
}

/**
 * Opens the viewer on this machine's own addresses, 127.0.0.1 and (where there is one) ::1, and on no other.
 *
 * @throws UserError if the port is in use or may not be used
 */
export async function openViewer({ source, port, missing, onFault }: ViewerOptions): Promise<Viewer> {
  const over = new AbortController();
  let chosen = port;
  const app = viewerApp({ source, port: () => chosen, missing, onFault, signal: over.signal });
  const listener = getRequestListener((request, env) => app.fetch(request, env));
  const serve = (): Server => createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, listener);
  const servers = [await listen(serve(), "127.0.0.1", port)];
  chosen = portOf(servers[0] as Server);
  try {
    servers.push(await listen(serve(), "::1", chosen));
  } catch (error) {
    if (!missingAddress(error)) {
      await Promise.all(servers.map(end));
      throw error;
    }
  }
  return {
    port: chosen,
    url: `http://localhost:${chosen}/`,
    close: async () => {
      over.abort();
      await Promise.all(servers.map(end));
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explained(error, port)));
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new UserError(`Port ${port} is in use: stop what uses it, or give another, as in --port ${port + 1}.`);
  }
  if (error.code === "EACCES")
    return new UserError(`Port ${port} may not be used: give one above 1023, as in --port 4747.`);
  return error;
}

/** A machine without IPv6. */
function missingAddress(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(String(error.code));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
