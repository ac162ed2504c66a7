import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openRunBook } from "../../src/cli/view/run-book.ts";
import { attempts } from "../report/records.ts";
import { storedRun, storeRun } from "../scenarios/stored-run.ts";

const dir = mkdtempSync(join(tmpdir(), "walkforward-book-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it("what was read stays the same object while the file grows, whoever reads at the same time", async () => {
  await storeRun(join(dir, "run"), { ...storedRun, attempts: attempts.slice(0, 2) });
  const book = openRunBook(join(dir, "run"));
  const first = await book.read();
  const before = book.version();
  expect(before).toBe(first.version);
  appendFileSync(join(dir, "run/attempts.jsonl"), `${JSON.stringify(attempts[2])}\n`);
  const [second, third] = await Promise.all([book.read(), book.read()]);
  expect(second?.run.attempts.length).toBe(3);
  expect(third?.run.attempts.length).toBe(3);
  expect(second?.run.attempts[0]).toBe(first.run.attempts[0]);
  expect(first.run.attempts.length).toBe(2);
  expect(book.version()).not.toBe(before);
});

it("a folder without a run has no version", () => {
  writeFileSync(join(dir, "note.txt"), "");
  expect(openRunBook(dir).version()).toBeNull();
});
