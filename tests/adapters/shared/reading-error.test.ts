import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readingError } from "../../../src/adapters/shared/reading-error.ts";
import { UserError } from "../../../src/core/failure.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-file-error-"));
  writeFileSync(join(dir, "file"), "");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

test.each([
  ["missing", "bars.csv: no such file"],
  [join("file", "inside"), "bars.csv: no such file"],
  ["", "bars.csv: a folder, wanted a CSV file"],
  ["x".repeat(300), "bars.csv: the name is too long"],
])("reading %j is the user's slip: %s", (path, message) => {
  const error = readingError(
    thrownBy(() => readFileSync(join(dir, path))),
    "bars.csv",
    "a CSV file",
  );
  expect(error).toBeInstanceOf(UserError);
  expect(error).toHaveProperty("message", message);
});

test("a file that may not be read is the user's too; anything else stays what it is", () => {
  const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
  expect(readingError(denied, "bars.csv", "a CSV file")).toHaveProperty("message", "bars.csv: may not be read");
  const other = new TypeError("x is not a function");
  expect(readingError(other, "bars.csv", "a CSV file")).toBe(other);
});
