import { fileURLToPath } from "node:url";

/** The guest with all that it imports as one script, for the snapshot of the isolates. */
export function bundleGuest(): Promise<string> {
  return bundle("guest.ts");
}

/** The script that defines the global `ti`, for the snapshot of those isolates that need it. */
export function bundleLibrary(): Promise<string> {
  return bundle("guest-ti.ts");
}

/** Bundled here since workers may read no files and start no processes. */
async function bundle(source: string): Promise<string> {
  const { buildSync } = await import("esbuild");
  // The synchronous call ends esbuild's process; the other would leave it running beside the workers.
  const result = buildSync({
    entryPoints: [fileURLToPath(new URL(`../../../sandbox/${source}`, import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "esnext",
    logLevel: "silent",
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error(`esbuild gave no bundle of sandbox/${source}.`);
  return file.text;
}
