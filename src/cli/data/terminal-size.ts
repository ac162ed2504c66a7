import type { Io } from "../io.ts";

/** What a terminal shows: its width, 80 where it is not known, at most 120; and whether it has more than ASCII. */
export function terminalSize({ columns, env }: Pick<Io, "columns" | "env">): {
  readonly columns: number;
  readonly unicode: boolean;
} {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  // A locale that is not named is no reason to show less; one that names another encoding is.
  const unicode = locale === "" || /utf-?8/i.test(locale);
  return { columns: Math.max(40, Math.min(columns ?? 80, 120)), unicode: unicode && env["TERM"] !== "linux" };
}
