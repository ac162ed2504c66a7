import { join } from "node:path";
import PQueue from "p-queue";
import { UserError, WorldError } from "../../core/failure.ts";
import { downloadFile } from "./download-file.ts";
import type { DownloadLock } from "./download-lock.ts";
import { fileDigest } from "./file-digest.ts";
import type { FetchPreset, RemoteFile } from "./preset.ts";
import { TransferError } from "./transfer-error.ts";
import type { TransferSettings } from "./transfer-settings.ts";
import { vendorChecksum } from "./vendor-checksum.ts";

/** One file of a vendor's on this disk. */
export interface ObtainedFile {
  /** The vendor's address, whatever server it came from: what the lock file knows it by. */
  readonly url: string;
  readonly remote: RemoteFile;
  /** Path on this disk. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** True if it was here already: nothing was downloaded. */
  readonly kept: boolean;
}

/** How a fetch goes on. */
export interface FetchProgress {
  /** The file that something happened to. */
  readonly name: string;
  /** Bytes of it so far. */
  readonly bytes: number;
  /** Files that are done with, of so many. */
  readonly done: number;
  readonly total: number;
}

/** Where files come from and go to. */
export interface ObtainOptions {
  readonly preset: FetchPreset;
  readonly baseUrl: URL;
  /** Key of the preset's vendor; null = none. */
  readonly key: string | null;
  readonly folder: string;
  readonly lock: DownloadLock;
  /** True takes what the vendor has now, and pins that. */
  readonly updateLock: boolean;
  readonly settings: TransferSettings;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: FetchProgress) => void;
}

/**
 * Gets files that are not here yet, a few at a time, each checked against the lock file and the vendor's own checksum, and
 * pins them. The list has the order of `wanted`; null stands for a file that the vendor has not.
 *
 * @throws UserError if the vendor knows no such symbol, WorldError for anything that keeps a file away
 */
export async function obtainFiles(
  wanted: readonly RemoteFile[],
  options: ObtainOptions,
): Promise<readonly (readonly ObtainedFile[] | null)[]> {
  const queue = new PQueue({ concurrency: options.settings.concurrency });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  let done = 0;
  const tasks = wanted.map((remote) =>
    queue.add(async () => {
      signal.throwIfAborted();
      const progress = (bytes: number): void =>
        options.onProgress({ name: remote.name, bytes, done, total: wanted.length });
      const found = await obtain(remote, { ...options, signal }, progress);
      done++;
      progress(found?.reduce((sum, file) => sum + file.bytes, 0) ?? 0);
      return found;
    }),
  );
  try {
    return await Promise.all(tasks);
  } catch (error) {
    // One failure ends the fetch; what is in flight keeps its beginning, and is waited for: it writes to the disk.
    stop.abort(error);
    await Promise.allSettled(tasks);
    throw error;
  }
}

type OnBytes = (bytes: number) => void;

async function obtain(
  remote: RemoteFile,
  options: ObtainOptions,
  onBytes: OnBytes,
): Promise<readonly ObtainedFile[] | null> {
  try {
    return [await obtainOne(remote, options, onBytes)];
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    if (!error.missing) throw explained(error, remote, options);
    if (remote.instead !== undefined) return obtainInstead(remote.instead, options, onBytes);
    if (remote.mayBeMissing) return null;
    const { preset } = options;
    throw new UserError(`${error.message}: ${preset.title} has no such symbol. It has ${preset.symbols}`);
  }
}

async function obtainInstead(
  files: readonly RemoteFile[],
  options: ObtainOptions,
  onBytes: OnBytes,
): Promise<readonly ObtainedFile[] | null> {
  const found: ObtainedFile[] = [];
  for (const file of files) found.push(...((await obtain(file, options, onBytes)) ?? []));
  return found.length === 0 ? null : found;
}

async function obtainOne(remote: RemoteFile, options: ObtainOptions, onBytes: OnBytes): Promise<ObtainedFile> {
  const { preset, baseUrl, lock, updateLock, settings, signal } = options;
  const canonical = new URL(remote.path, preset.baseUrl).href;
  const file = join(options.folder, preset.id, remote.name);
  const obtained = { url: canonical, remote, file };
  const pin = lock.pinned(canonical);
  const here = await fileDigest(file);
  if (here !== null && !updateLock && here.sha256 === pin?.sha256) return { ...obtained, ...here, kept: true };
  const vendors = await checksumOf(remote, options);
  if (here !== null && vendors !== null && here.sha256 === vendors && (updateLock || pin === null)) {
    lock.pin(canonical, here);
    return { ...obtained, ...here, kept: true };
  }
  const lockSays = pin === null || updateLock ? null : { sha256: pin.sha256, by: `${lock.path}` };
  if (lockSays !== null && vendors !== null && vendors !== lockSays.sha256) {
    throw new WorldError(changed(canonical, vendors, lockSays.sha256, lock.path));
  }
  const downloaded = await downloadFile({
    url: keyedUrl(remote.path, options),
    address: new URL(remote.path, baseUrl).href,
    file,
    content: remote.content,
    wanted: lockSays ?? (vendors === null ? null : { sha256: vendors, by: "the vendor's checksum" }),
    refusal: preset.refusal,
    settings,
    signal,
    onBytes,
  }).catch((error: unknown) => {
    if (error instanceof TransferError && error.wrongSha256 !== null && lockSays !== null) {
      throw new WorldError(changed(canonical, error.wrongSha256, lockSays.sha256, lock.path));
    }
    throw error;
  });
  // Pinned before it gets its name: a file that has its name is pinned, whenever the process dies.
  lock.pin(canonical, downloaded);
  downloaded.finish();
  return { ...obtained, sha256: downloaded.sha256, bytes: downloaded.bytes, kept: false };
}

/** The address with the key: only where the vendor's own server is asked. */
export function keyedUrl(path: string, options: Pick<ObtainOptions, "preset" | "baseUrl" | "key">): URL {
  const { preset, baseUrl, key } = options;
  const url = new URL(path, baseUrl);
  if (preset.key !== null && key !== null && baseUrl.origin === new URL(preset.baseUrl).origin) {
    url.searchParams.set(preset.key.parameter, key);
  }
  return url;
}

function checksumOf(remote: RemoteFile, { baseUrl, settings, signal }: ObtainOptions): Promise<string | null> {
  if (remote.checksumPath === undefined) return Promise.resolve(null);
  return vendorChecksum(new URL(remote.checksumPath, baseUrl), settings, signal);
}

function changed(url: string, now: string, pinned: string, lock: string): string {
  return `${url}: the file there has sha256 ${now}, but ${lock} pins ${pinned}. Refused: it changed since it was pinned. --update-lock takes the new one.`;
}

/** What a person can do about it. */
function explained(error: TransferError, remote: RemoteFile, { preset, baseUrl, key }: ObtainOptions): WorldError {
  const url = new URL(remote.path, baseUrl).href;
  const byHand = `download ${url} by hand, then: walkforward data add FILE --vendor ${preset.vendor} --id ID`;
  if (error.unreachable)
    return new WorldError(`${error.message}. Is there a network? Without one, elsewhere: ${byHand}`);
  const wanted =
    preset.key === null || key !== null
      ? ""
      : ` ${preset.id} wants a key: get one at ${preset.key.url}, and put it into the variable ${preset.key.variable}.`;
  return new WorldError(
    `${error.message}.${wanted}${error.passing ? " What has come is kept: run the command again to go on. Or" : " You may"} ${byHand}`,
  );
}
