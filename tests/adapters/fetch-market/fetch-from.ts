import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import type { FetchRequest } from "../../../src/adapters/fetch-market/preset.ts";
import { findPreset } from "../../../src/adapters/fetch-market/presets.ts";
import { type FetchedMarket, type FetchOptions, fetchMarket } from "../../../src/adapters/fetch-market.ts";
import type { Behaviour, HostileServer } from "./hostile-server.ts";
import { klines, VendorFiles } from "./vendor-server.ts";

const root = mkdtempSync(join(tmpdir(), "fetch-"));
afterAll(() => rmSync(root, { recursive: true }));

const open: HostileServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

/** Midnight UTC of a day. */
export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
let number = 0;
/** A folder of datasets that is not there yet. */
export const newFolder = (): string => join(root, `markets-${number++}`);

/** What a test asks for; days as text. */
export interface Wanted extends Partial<FetchOptions> {
  readonly from?: string;
  readonly to?: string;
  readonly today?: string;
  readonly symbol?: string;
}

/** Fetches from a server in the place of the vendor's. */
export function fetchFrom(
  server: HostileServer,
  folder: string,
  presetId: string,
  wanted: Wanted = {},
): Promise<FetchedMarket> {
  const preset = findPreset(presetId);
  const request: FetchRequest = {
    symbol: wanted.symbol ?? preset.symbol,
    interval: "1d",
    from: wanted.from === undefined ? null : day(wanted.from),
    to: wanted.to === undefined ? null : day(wanted.to),
    today: day(wanted.today ?? "2024-06-10"),
  };
  const settings = { tries: 3, backoffMs: 1, maxWaitMs: 50, idleTimeoutMs: 2000, ...wanted.settings };
  return fetchMarket({ preset, request, folder, baseUrl: server.url, ...wanted, settings });
}

/** Serves a vendor's files until the test is over. */
export async function serve(
  files: VendorFiles,
  behaviourOf?: (path: string, nth: number) => Behaviour,
): Promise<HostileServer> {
  const server = await files.serve(behaviourOf);
  open.push(server);
  return server;
}

/** Archives of three months. */
export const quarter = (): VendorFiles =>
  new VendorFiles()
    .addArchive("monthly", "2024-01", klines("2024-01-01", 31))
    .addArchive("monthly", "2024-02", klines("2024-02-01", 29))
    .addArchive("monthly", "2024-03", klines("2024-03-01", 31));
/** The days of `quarter`. */
export const span: { from: string; to: string } = { from: "2024-01-01", to: "2024-03-31" };
/** The lock file of a folder. */
export const lockOf = (folder: string): { version: number; files: Record<string, { sha256: string; bytes: number }> } =>
  JSON.parse(readFileSync(join(folder, "market-data.lock.json"), "utf8"));
