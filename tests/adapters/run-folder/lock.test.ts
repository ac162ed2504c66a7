import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFile } from "../../../src/adapters/run-folder/lock.ts";
import { UserError } from "../../../src/core/failure.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "walkforward-lock-"));
  file = join(folder, "run.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("lockFile", () => {
  it("a lock held by a living process is refused with its number", () => {
    writeFileSync(file, `${process.ppid}\n`);
    expect(() => lockFile(file)).toThrow(UserError);
    expect(() => lockFile(file)).toThrow(new RegExp(`process ${process.ppid} is working`));
    expect(existsSync(file)).toBe(true);
  });

  it("a lock left by a dead process is taken over", () => {
    writeFileSync(file, "99999999\n");
    const unlock = lockFile(file);
    expect(existsSync(file)).toBe(true);
    unlock();
    expect(existsSync(file)).toBe(false);
  });

  it("a lock file with rubbish in it is taken over", () => {
    writeFileSync(file, "rubbish");
    lockFile(file)();
    expect(existsSync(file)).toBe(false);
  });
});
