import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFileAtomic } from "../../../src/adapters/shared/write-file-atomic.ts";
import { UserError } from "../../../src/core/failure.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-write-"));
  writeFileSync(join(dir, "file"), "as it was");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("makes the folders above, replaces what is there and leaves nothing beside it", () => {
  for (const text of ["one", "two"]) writeFileAtomic(join(dir, "a", "b", "out.json"), text);
  expect(readdirSync(join(dir, "a", "b"))).toEqual(["out.json"]);
  expect(readFileSync(join(dir, "a", "b", "out.json"), "utf8")).toBe("two");
});

test.each([join("file", "out.json"), join("file", "deeper", "out.json"), "."])(
  "writing to %j, through a file or over a folder, is the user's slip and changes nothing",
  (path) => {
    expect(() => writeFileAtomic(join(dir, path), "{}")).toThrow(UserError);
    expect(() => writeFileAtomic(join(dir, path), "{}")).toThrow("no place for a file");
    expect(readFileSync(join(dir, "file"), "utf8")).toBe("as it was");
  },
);
