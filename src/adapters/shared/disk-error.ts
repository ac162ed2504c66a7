import { UserError, WorldError } from "../../core/failure.ts";

const notAllowed: readonly string[] = ["EACCES", "EPERM", "EROFS"];
const noFolder: readonly string[] = ["ENOTDIR", "EEXIST", "EISDIR", "ENOENT", "ENAMETOOLONG", "ELOOP"];
const noRoom: readonly string[] = ["ENOSPC", "EDQUOT", "EFBIG"];
const failing: readonly string[] = ["EIO", "EMFILE", "ENFILE", "ENODEV", "ESTALE"];

/**
 * Does `work` on `file`, and says in plain words what the system refused: `UserError` for a place where the user cannot
 * write, `WorldError` for a disk that is full or fails. Anything else is thrown as it is.
 */
export function onDisk<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (notAllowed.includes(code)) {
    return new UserError(`${file}: no right to write here (${code}). Give another folder, or change its rights.`);
  }
  if (noFolder.includes(code)) {
    return new UserError(`${file}: this is no place for a file (${code}). Give another folder.`);
  }
  if (noRoom.includes(code)) {
    return new WorldError(`${file}: the disk is full (${code}). Make room, then run the command again.`);
  }
  return failing.includes(code) ? new WorldError(`${file}: the disk fails (${code}).`) : error;
}
