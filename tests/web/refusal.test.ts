import { describe, expect, it } from "vitest";
import { type RequestFacts, refusal } from "../../src/web/refusal.ts";

const plain: RequestFacts = {
  method: "GET",
  target: "/",
  host: "localhost:4747",
  origin: undefined,
  fetchSite: undefined,
};
const status = (some: Partial<RequestFacts>): number | null => refusal({ ...plain, ...some }, 4747)?.status ?? null;

describe("refusal", () => {
  it.each(["localhost:4747", "127.0.0.1:4747", "[::1]:4747", "LOCALHOST:4747"])(
    "%s is a name of this machine",
    (host) => {
      expect(status({ host })).toBeNull();
    },
  );

  it.each([
    undefined,
    "",
    "evil.example",
    "evil.example:4747",
    "localhost",
    "localhost:80",
    "localhost:4747.evil.example",
    "localhost.:4747",
    "localhost:4747, evil.example",
    "0.0.0.0:4747",
    "127.0.0.2:4747",
    "[::ffff:127.0.0.1]:4747",
    "2130706433:4747",
  ])("a request to %s is another's: 421", (host) => {
    expect(status({ host })).toBe(421);
  });

  it.each(["http://evil.example", "https://localhost:4747", "http://localhost:8080", "null", ""])(
    "a page of %s is refused: 403",
    (origin) => {
      expect(status({ origin })).toBe(403);
    },
  );

  it("a page of its own is not refused", () => {
    expect(status({ origin: "http://localhost:4747", fetchSite: "same-origin" })).toBeNull();
    expect(status({ fetchSite: "none" })).toBeNull();
  });

  it.each(["cross-site", "same-site", "anything"])("Sec-Fetch-Site: %s is refused: 403", (fetchSite) => {
    expect(status({ fetchSite })).toBe(403);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])("%s is refused: 405", (method) => {
    expect(status({ method })).toBe(405);
  });

  it("an address beyond 2,048 characters is refused: 414; one that is no path: 400", () => {
    expect(status({ target: `/${"a".repeat(2047)}` })).toBeNull();
    expect(status({ target: `/${"a".repeat(2048)}` })).toBe(414);
    expect(status({ target: "http://evil.example/" })).toBe(400);
    expect(status({ target: "//evil.example/" })).toBe(400);
    expect(status({ target: "*" })).toBe(400);
  });
});
