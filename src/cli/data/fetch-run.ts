import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FetchPreset } from "../../adapters/fetch-market/preset.ts";
import { fetchPresets, findPreset } from "../../adapters/fetch-market/presets.ts";
import { type FetchedMarket, fetchMarket } from "../../adapters/fetch-market.ts";
import { lockFile } from "../../adapters/run-folder/lock.ts";
import { UserError } from "../../core/failure.ts";
import type { Io } from "../io.ts";
import { dataFolder } from "./data-folder.ts";
import type { FetchCommandOptions } from "./fetch-command.ts";
import { byteWords, fetchProgress } from "./fetch-progress.ts";
import { fetchRequest, usualId } from "./fetch-request.ts";

/**
 * Does what `data fetch` was asked for.
 *
 * @throws UserError or WorldError, as `fetchMarket` does
 */
export async function runFetch(presetId: string | undefined, options: FetchCommandOptions, io: Io): Promise<void> {
  if (options.list) return listPresets(options, io);
  if (presetId === undefined) throw new UserError("wanted a preset: --list shows them");
  const preset = findPreset(presetId);
  const request = fetchRequest(preset, options, Date.now());
  const folder = dataFolder(io, options.dir);
  io.err(`${preset.title}\nTerms: ${preset.terms.text} ${preset.terms.url}\n`);
  const progress = fetchProgress(io);
  mkdirSync(join(folder, ".cache"), { recursive: true });
  const unlock = lockFile(join(folder, ".cache", "fetching"));
  let fetched: FetchedMarket;
  try {
    fetched = await fetchMarket({
      preset,
      request,
      folder,
      baseUrl: options.baseUrl,
      updateLock: options.updateLock,
      signal: io.signal,
      onProgress: progress.on,
    });
  } catch (error) {
    if (!io.signal.aborted) throw error;
    progress.end();
    io.err("Interrupted: what has come is kept. Run the command again to go on.\n");
    return io.exit(130);
  } finally {
    progress.end();
    unlock();
  }
  io.err(summary(fetched));
  io.out(
    `walkforward data add ${fetched.file} --vendor ${fetched.vendor} --id ${options.id ?? usualId(preset, request)}\n`,
  );
}

function summary({ downloads, notes }: FetchedMarket): string {
  const kept = downloads.filter((file) => file.kept).length;
  const came = downloads.length - kept;
  const bytes = downloads.reduce((sum, file) => sum + (file.kept ? 0 : file.bytes), 0);
  const files = `${came} ${came === 1 ? "file" : "files"} downloaded (${byteWords(bytes)}), ${kept} here already`;
  return `${[files, ...notes].join("\n")}\n`;
}

function listPresets({ json }: FetchCommandOptions, io: Io): void {
  const text = json
    ? JSON.stringify({ presets: fetchPresets.map(presetFacts) }, null, 2)
    : fetchPresets.map(describePreset).join("\n\n");
  io.out(`${text}\n`);
}

function presetFacts({ id, title, vendor, docs, terms, baseUrl, symbol, symbols, intervals }: FetchPreset): object {
  return { id, title, vendor, docs, terms, baseUrl, symbol, symbols, intervals };
}

function describePreset({ id, title, docs, terms, symbol, symbols, intervals }: FetchPreset): string {
  return [
    `${id}: ${title.replace(/^[^:]*: /, "")}`,
    `  symbols    ${symbols} (default ${symbol})`,
    `  intervals  ${intervals.join(", ")}`,
    `  layout     ${docs}`,
    `  terms      ${terms.text} ${terms.url}`,
  ].join("\n");
}
