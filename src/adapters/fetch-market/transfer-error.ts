/** Why a transfer failed, and whether another try may help. */
export class TransferError extends Error {
  override readonly name = "TransferError";
  /** True where another try may succeed. */
  readonly passing: boolean;
  /** Wait that the server asked for, milliseconds; null = it asked for none. */
  readonly waitMs: number | null;
  /** True where the server says that it has no such file. */
  readonly missing: boolean;
  /** True where there seems to be no way to the server at all. */
  readonly unreachable: boolean;
  /** The sha256 of a file that came whole and is not the one wanted; null for any other failure. */
  readonly wrongSha256: string | null;

  constructor(
    message: string,
    facts: {
      readonly passing?: boolean;
      readonly waitMs?: number | null;
      readonly missing?: boolean;
      readonly unreachable?: boolean;
      readonly wrongSha256?: string | null;
    } = {},
  ) {
    super(message);
    this.passing = facts.passing ?? false;
    this.waitMs = facts.waitMs ?? null;
    this.missing = facts.missing ?? false;
    this.unreachable = facts.unreachable ?? false;
    this.wrongSha256 = facts.wrongSha256 ?? null;
  }
}

/** What the codes of Node's network errors mean; their own messages may name a proxy, so they are not shown. */
const meanings: readonly (readonly [pattern: RegExp, words: string, passing: boolean, unreachable: boolean])[] = [
  [/^(ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, "its name is not known", false, true],
  [/^EAI_AGAIN$/, "its name cannot be looked up", true, true],
  [/^ECONNREFUSED$/, "the connection was refused", false, true],
  [/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, "there is no way to it", false, true],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, "it does not answer", true, true],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/, "the connection broke off", true, false],
  [/^HPE_/, "its answer is no sound HTTP (a wrong length perhaps)", true, false],
  [/^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS|EPROTO)/, "its certificate is not trusted", false, false],
  [/^Z_/, "its compressed answer is damaged", true, false],
];

/** A network error in plain words; errors of other kinds (disk, abort) are given back as they are. */
export function transferErrorOf(error: unknown, host: string): unknown {
  if (error instanceof TransferError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const found = meanings.find(([pattern]) => pattern.test(code));
  if (found === undefined) return error;
  const [, words, passing, unreachable] = found;
  return new TransferError(`${host}: ${words} (${code})`, { passing, unreachable });
}

/** The code of an error, or that of the first of its parts: a name with several addresses fails with one error of all. */
function codeOf(error: Error): string {
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return "";
}
