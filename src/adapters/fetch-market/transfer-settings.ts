/** How patient a download is. */
export interface TransferSettings {
  /** Tries in a row that bring no new byte, before it is given up; ≥ 1. */
  readonly tries: number;
  /** Wait before the second try, milliseconds; each further one is twice as long, up to `maxWaitMs`. */
  readonly backoffMs: number;
  /** Longest wait between tries, milliseconds; where a server asks for more (Retry-After) the download is given up. */
  readonly maxWaitMs: number;
  /** Longest silence of a server, milliseconds: while connecting, before its answer, inside it. */
  readonly idleTimeoutMs: number;
  /** Largest file, bytes. */
  readonly maxBytes: number;
  /** Downloads at a time. */
  readonly concurrency: number;
}

/** Two at a time: these are other people's free servers. 512 MiB is ten times the largest archive of a month. */
export const usualSettings: TransferSettings = {
  tries: 5,
  backoffMs: 1000,
  maxWaitMs: 60_000,
  idleTimeoutMs: 30_000,
  maxBytes: 512 * 2 ** 20,
  concurrency: 2,
};
