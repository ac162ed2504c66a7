import type { FetchProgress } from "../../adapters/fetch-market/obtain-files.ts";
import type { Io } from "../io.ts";

/** Milliseconds between two lines: redrawn on a terminal, one below the other elsewhere. */
const redrawMs = 100;
const quietMs = 5000;

/** Shows on standard error how a fetch goes on; `end` takes the redrawn line away. */
export function fetchProgress(io: Io): { readonly on: (progress: FetchProgress) => void; readonly end: () => void } {
  const every = io.isTty ? redrawMs : quietMs;
  const wipe = "\r\u001b[K";
  let shown = performance.now();
  let drawn = false;
  return {
    on: (progress) => {
      const now = performance.now();
      if (now - shown < every) return;
      shown = now;
      io.err(io.isTty ? `${wipe}${progressLine(progress)}` : `${progressLine(progress)}\n`);
      drawn = io.isTty;
    },
    end: () => {
      if (drawn) io.err(wipe);
      drawn = false;
    },
  };
}

/** `3 of 24 files, BTCUSDT-1d-2024-01.zip 12.3 kB` */
export function progressLine({ done, total, name, bytes }: FetchProgress): string {
  return `${done} of ${total} files, ${name} ${byteWords(bytes)}`;
}

/** `12.3 kB`, `4.5 MB`; decimal units. */
export function byteWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
