import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { FetchPreset, FetchRequest } from "../../adapters/fetch-market/preset.ts";
import { fetchPresets, findPreset } from "../../adapters/fetch-market/presets.ts";
import { type FetchedMarket, fetchMarket } from "../../adapters/fetch-market.ts";
import { listPackages } from "../../adapters/market-data/read-package.ts";
import { lockFile } from "../../adapters/run-folder/lock.ts";
import { onDisk } from "../../adapters/shared/disk-error.ts";
import { UserError } from "../../core/failure.ts";
import type { Io } from "../io.ts";
import { type AddOptions, checkId } from "./add-request.ts";
import { dataFolder } from "./data-folder.ts";
import type { FetchCommandOptions } from "./fetch-command.ts";
import { byteWords, fetchProgress } from "./fetch-progress.ts";
import { fetchRequest, usualId } from "./fetch-request.ts";

/**
 * Does what `data fetch` was asked for: downloads, then the same as `data add`.
 *
 * @throws UserError or WorldError, as `fetchMarket` and `addMarket` do
 */
export async function runFetch(presetId: string | undefined, options: FetchCommandOptions, io: Io): Promise<void> {
  if (options.list) return listPresets(options, io);
  if (presetId === undefined)
    throw new UserError("wanted a preset, e.g. walkforward data fetch stooq; --list shows them");
  const preset = findPreset(presetId);
  const request = fetchRequest(preset, options, Date.now());
  const id = options.id ?? usualId(preset, request);
  await checkFree(id, options, io);
  io.err(`${preset.title}\nTerms of use: ${preset.terms.text} ${preset.terms.url}\n`);
  const fetched = await fetchOrStop(preset, request, options, io);
  if (fetched === null) return;
  io.err(summary(fetched));
  await add(fetched, addOptions(preset, request, fetched, { ...options, id }), io);
}

/** Says that an id is taken before anything is downloaded. */
async function checkFree(id: string, { replace, dir }: FetchCommandOptions, io: Io): Promise<void> {
  checkId(id);
  const ids = await listPackages(dataFolder(io, dir)).catch((): readonly string[] => []);
  if (replace || !ids.includes(id)) return;
  throw new UserError(`there is a dataset "${id}" already: give another --id, or --replace`);
}

/** Null where the user stopped it. */
async function fetchOrStop(
  preset: FetchPreset,
  request: FetchRequest,
  options: FetchCommandOptions,
  io: Io,
): Promise<FetchedMarket | null> {
  const folder = dataFolder(io, options.dir);
  const cache = join(folder, ".cache");
  onDisk(cache, () => mkdirSync(cache, { recursive: true }));
  const unlock = lockFile(join(cache, "fetching"), {
    doing: "downloading into this folder",
    afterwards: "run the command again",
  });
  const progress = fetchProgress(io);
  try {
    return await fetchMarket({
      preset,
      request,
      folder,
      baseUrl: options.baseUrl,
      key: preset.key === null ? undefined : io.env[preset.key.variable],
      updateLock: options.updateLock,
      signal: io.signal,
      onProgress: progress.on,
    });
  } catch (error) {
    if (!io.signal.aborted) throw error;
    progress.end();
    io.err("Interrupted: what has come is kept. Run the command again to go on.\n");
    io.exit(130);
    return null;
  } finally {
    progress.end();
    unlock();
  }
}

function summary({ downloads, notes }: FetchedMarket): string {
  const came = downloads.filter((file) => !file.kept);
  const kept = downloads.length - came.length;
  const bytes = byteWords(came.reduce((sum, file) => sum + file.bytes, 0));
  const lines = [
    `${came.length} ${came.length === 1 ? "file" : "files"} downloaded, ${bytes}`,
    ...(kept === 0 ? [] : [`${kept} here already, as pinned: --update-lock asks whether there is something newer`]),
    ...notes,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** What the preset knows of the market, for those who add it. */
function addOptions(
  preset: FetchPreset,
  { symbol, interval }: FetchRequest,
  { vendor, facts, downloads }: FetchedMarket,
  options: FetchCommandOptions & { readonly id: string },
): AddOptions {
  const { id, dir, replace = false, repair = false, allowErrors = false, html, json = false } = options;
  return {
    id,
    vendor,
    symbol,
    interval,
    title: `${facts.title}, ${interval}`,
    class: facts.class,
    timezone: facts.timezone,
    adjustment: facts.adjustment,
    feeBps: String(facts.costs.feeBps),
    slippageBps: String(facts.costs.slippageBps),
    licence: `${preset.terms.text} ${preset.terms.url}`,
    source: `${downloads[0]?.url}${downloads.length === 1 ? "" : ` and ${downloads.length - 1} more`}`,
    replace,
    repair,
    allowErrors,
    json,
    ...(dir === undefined ? {} : { dir }),
    ...(html === undefined ? {} : { html }),
  };
}

/** Adds the file as `data add` does; under `--json` what was downloaded goes into the same object. */
async function add({ file, downloads, notes, conflicts }: FetchedMarket, options: AddOptions, io: Io): Promise<void> {
  const { runAdd } = await import("./add-run.ts");
  const name = relative(io.cwd, file);
  if (!options.json) return void (await runAdd(name, options, io));
  let text = "";
  await runAdd(name, options, {
    ...io,
    out: (part) => {
      text += part;
    },
  });
  const files = downloads.map(({ url, sha256, bytes, kept }) => ({ url, sha256, bytes, kept }));
  io.out(`${JSON.stringify({ downloads: files, notes, conflicts, added: JSON.parse(text) }, null, 2)}\n`);
}

function listPresets({ json }: FetchCommandOptions, io: Io): void {
  const text = json
    ? JSON.stringify({ presets: fetchPresets.map(presetFacts) }, null, 2)
    : fetchPresets.map(describePreset).join("\n\n");
  io.out(`${text}\n`);
}

function presetFacts(preset: FetchPreset): object {
  const { id, title, vendor, docs, terms, baseUrl, key, symbol, symbols, intervals } = preset;
  return { id, title, vendor, docs, terms, baseUrl, key, symbol, symbols, intervals };
}

function describePreset({ id, title, docs, terms, key, symbol, symbols, intervals }: FetchPreset): string {
  return [
    `${id}: ${title.replace(/^[^:]*: /, "")}`,
    `  symbols    ${symbols} (default ${symbol})`,
    `  intervals  ${intervals.join(", ")}`,
    `  layout     ${docs}`,
    `  terms      ${terms.text} ${terms.url}`,
    ...(key === null ? [] : [`  key        wanted in the variable ${key.variable}, to be had at ${key.url}`]),
  ].join("\n");
}
