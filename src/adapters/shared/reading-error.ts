import { UserError } from "../../core/failure.ts";

const reading: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "may not be read",
  EPERM: "may not be read",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "a link that leads to itself",
};

/**
 * What the file system threw on reading the file that the user named `name`, in words that the user can act on; any other
 * error as it is. `wanted` is for a folder in its place: `a CSV file`.
 */
export function readingError(error: unknown, name: string, wanted: string): unknown {
  const code = codeOf(error);
  if (code === "EISDIR") return new UserError(`${name}: a folder, wanted ${wanted}`);
  const words = reading[code];
  return words === undefined ? error : new UserError(`${name}: ${words}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
