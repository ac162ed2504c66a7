import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

/** The script of the pages, and its hash for their policy: base64 of sha256. */
export interface PageScript {
  readonly code: string;
  readonly sha256: string;
}

let made: Promise<PageScript> | null = null;

/** The script of the pages, bundled once a process. */
export function pageScript(): Promise<PageScript> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<PageScript> {
  const { buildSync } = await import("esbuild");
  const result = buildSync({
    entryPoints: [fileURLToPath(new URL("../report/client/main.ts", import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("esbuild gave no bundle of the pages' script.");
  // In a page these would end the script, or hide its end, wherever they stand.
  const code = file.text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  return { code, sha256: createHash("sha256").update(code).digest("base64") };
}
