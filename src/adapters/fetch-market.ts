import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../core/failure.ts";
import { dayMs, isoDay } from "./fetch-market/days.ts";
import { downloadLockName, openDownloadLock } from "./fetch-market/download-lock.ts";
import { joinNotes, missingNotes } from "./fetch-market/fetch-notes.ts";
import { type BarConflict, type JoinedBars, joinBars } from "./fetch-market/join-bars.ts";
import { type FetchProgress, type ObtainedFile, obtainFiles } from "./fetch-market/obtain-files.ts";
import type { FetchedFacts, FetchPreset, FetchRequest } from "./fetch-market/preset.ts";
import { type TransferSettings, usualSettings } from "./fetch-market/transfer-settings.ts";
import { unpackCsv } from "./fetch-market/unpack.ts";

/** What to fetch, from where, and into which folder of datasets. */
export interface FetchOptions {
  readonly preset: FetchPreset;
  readonly request: FetchRequest;
  /** Folder of datasets: holds the lock file, and the downloads in `.cache/downloads`. */
  readonly folder: string;
  /** A server with the vendor's paths, to be asked in its place; what it sends is held to the same pins. */
  readonly baseUrl?: string | undefined;
  /** Key of the vendor, where it wants one; sent to nobody else. */
  readonly key?: string | undefined;
  /** Takes what the vendor has now where it differs from what is pinned. */
  readonly updateLock?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: FetchProgress) => void;
  readonly settings?: Partial<TransferSettings>;
}

/** Downloaded, checked and joined: one file in the vendor's layout, ready for the importer. */
export interface FetchedMarket {
  readonly file: string;
  /** Name of the layout, as the importer knows it. */
  readonly vendor: string;
  readonly facts: FetchedFacts;
  readonly downloads: readonly ObtainedFile[];
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
  /** Bars that two archives state differently; those of the earlier archive were kept. */
  readonly conflicts: readonly BarConflict[];
}

/**
 * Downloads what a preset has of a market, checks every file against the vendor's checksum and the lock file, and joins
 * them in order.
 *
 * @throws UserError for a base URL that is none, or a symbol or span that the vendor has not
 * @throws WorldError where the network, the vendor or the disk fails, or a file differs from the pinned one
 */
export async function fetchMarket(options: FetchOptions): Promise<FetchedMarket> {
  const { preset, request, folder } = options;
  const downloads = join(folder, ".cache", "downloads");
  const found = await obtainFiles(preset.files(request), {
    preset,
    baseUrl: baseUrlOf(options.baseUrl ?? preset.baseUrl),
    key: options.key ?? null,
    folder: downloads,
    lock: openDownloadLock(join(folder, downloadLockName)),
    updateLock: options.updateLock ?? false,
    settings: { ...usualSettings, ...options.settings },
    signal: options.signal,
    onProgress: options.onProgress ?? (() => {}),
  });
  const files = found.flatMap((part) => part ?? []);
  if (files.length === 0) throw nothingThere(preset, request);
  const joined = join(
    downloads,
    preset.id,
    "joined",
    `${request.symbol.replace(/[^\w.-]/g, "")}-${request.interval}.csv`,
  );
  const result = joinBars(
    files.map(({ file, remote }) => ({
      name: remote.name,
      read: () => {
        const bytes = readFileSync(file);
        return preset.read(remote.content === "zip" ? unpackCsv(bytes, remote.name) : bytes.toString("utf8"), request);
      },
    })),
    joined,
    { from: request.from ?? Number.NEGATIVE_INFINITY, end: (request.to ?? Number.POSITIVE_INFINITY) + dayMs },
  );
  if (result.bars === 0) throw nothingThere(preset, request);
  return {
    file: sameAsDownloaded(files, result) ?? joined,
    vendor: preset.vendor,
    facts: preset.facts(request),
    downloads: files,
    notes: [...preset.notes(request), ...missingNotes(preset.files(request), found), ...joinNotes(result)],
    conflicts: result.conflicts,
  };
}

/** The one CSV that came, where joining changed nothing: the vendor's own bytes are better evidence than a copy. */
function sameAsDownloaded(files: readonly ObtainedFile[], joined: JoinedBars): string | null {
  const changed = joined.repeated + joined.outside + joined.conflicts.length + Object.keys(joined.leftOut).length;
  const [only] = files;
  return files.length === 1 && only?.remote.content === "csv" && changed === 0 ? only.file : null;
}

/** The base URL as typed, ending in a slash. */
function baseUrlOf(typed: string): URL {
  const url = URL.parse(typed.endsWith("/") ? typed : `${typed}/`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`--base-url "${typed}": wanted an address that begins with https:// or http://`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new UserError("--base-url: holds a name or password, which would end in files and messages. Leave them out.");
  }
  if (url.search !== "" || url.hash !== "") throw new UserError(`--base-url "${typed}": wanted no ? and no #`);
  return url;
}

function nothingThere(preset: FetchPreset, { symbol, interval, from, to }: FetchRequest): UserError {
  const span = [from === null ? "" : ` from ${isoDay(from)}`, to === null ? "" : ` to ${isoDay(to)}`].join("");
  return new UserError(
    `${preset.id}: nothing of ${symbol}, ${interval}${span}. Check the symbol (${preset.symbols}) and the days; ${preset.docs} tells what there is.`,
  );
}
