/** What of a request decides whether it is answered at all. */
export interface RequestFacts {
  readonly method: string;
  /** Request target as sent: path and query. */
  readonly target: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 414 | 421;
  readonly reason: string;
}

const longestTarget = 2048;

/** Names that a browser on this machine knows the viewer by. A page elsewhere whose name is made to point here has its own. */
const hosts = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Null for a request that a person at this machine made: by a name of this machine, from no other site's page, and only
 * to read. Anything else is refused, so that no page on the web reads what the viewer shows.
 */
export function refusal(facts: RequestFacts, port: number): Refusal | null {
  const names = hosts.map((host) => `${host}:${port}`);
  if (!names.includes(facts.host?.toLowerCase() ?? "")) {
    return { status: 421, reason: `Open the viewer as http://localhost:${port}/.` };
  }
  const origins = names.map((name) => `http://${name}`);
  if (facts.origin !== undefined && !origins.includes(facts.origin.toLowerCase())) {
    return { status: 403, reason: "Pages of other sites may not read this one." };
  }
  if (facts.fetchSite !== undefined && !["same-origin", "none"].includes(facts.fetchSite)) {
    return { status: 403, reason: "Pages of other sites may not open this one. Type its address." };
  }
  if (facts.method !== "GET" && facts.method !== "HEAD") return { status: 405, reason: "The viewer only shows." };
  if (facts.target.length > longestTarget) return { status: 414, reason: "The address is too long." };
  if (!facts.target.startsWith("/") || facts.target.startsWith("//"))
    return { status: 400, reason: "No such address." };
  return null;
}
