/** The world as a command sees it; made by main.ts, the only file that touches process. */
export interface Io {
  /** Writes to standard output: results, or JSON only under `--json`. */
  readonly out: (text: string) => void;
  /** Writes to standard error: progress, notes, errors. */
  readonly err: (text: string) => void;
  /** Standard error itself, for what redraws itself there. */
  readonly errStream: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative file names are resolved against. */
  readonly cwd: string;
  /** The package's own folder, where strategies/ and market-data/ lie. */
  readonly root: string;
  /** True if standard error is a terminal that can be redrawn. */
  readonly isTty: boolean;
  readonly color: boolean;
  /** Characters in a line of the terminal that standard output is; left out where it is none: nothing is cut then. */
  readonly columns?: number;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** Sets the exit code: 0 done, 1 our fault, 2 usage or bad input, 3 a check failed, 130 interrupted. */
  readonly exit: (code: 0 | 1 | 2 | 3 | 130) => void;
}
