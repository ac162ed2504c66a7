import { fileURLToPath } from "node:url";

/**
 * The guest with all that it imports as one script, for the snapshot of the isolates. Bundled here since workers may
 * read no files and start no processes.
 */
export async function bundleGuest(): Promise<string> {
  const { buildSync } = await import("esbuild");
  // The synchronous call ends esbuild's process; the other would leave it running beside the workers.
  const result = buildSync({
    entryPoints: [fileURLToPath(new URL("../../../sandbox/guest.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "esnext",
    logLevel: "silent",
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("esbuild gave no bundle of sandbox/guest.ts.");
  return file.text;
}
