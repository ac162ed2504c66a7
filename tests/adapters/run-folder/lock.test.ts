import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

  it("leaves no other file behind, taken or refused", () => {
    const unlock = lockFile(file);
    expect(readdirSync(folder)).toEqual(["run.lock"]);
    unlock();
    writeFileSync(file, `${process.ppid}\n`);
    expect(() => lockFile(file)).toThrow(UserError);
    expect(readdirSync(folder)).toEqual(["run.lock"]);
  });

  it("giving a lock back leaves the lock of another process alone", () => {
    const unlock = lockFile(file);
    writeFileSync(file, `${process.ppid}\n`);
    unlock();
    expect(existsSync(file)).toBe(true);
  });

  it("a folder that is none is the user's to mend", () => {
    writeFileSync(file, "");
    expect(() => lockFile(join(file, "run.lock"))).toThrow(/run\.lock: this is no place for a file \(ENOTDIR\)/);
  });

  it("a lock file with rubbish in it is taken over", () => {
    writeFileSync(file, "rubbish");
    lockFile(file)();
    expect(existsSync(file)).toBe(false);
  });
});
