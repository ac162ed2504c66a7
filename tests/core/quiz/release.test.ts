import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publicRelease, quizCanary } from "../../../src/core/quiz/release.ts";

const quiz = join(import.meta.dirname, "../../../src/core/quiz");

it("every file of questions opens with the canary", () => {
  const files = ["templates", "items"].flatMap((folder) =>
    readdirSync(join(quiz, folder))
      .filter((name) => name !== "index.ts")
      .map((name) => join(quiz, folder, name)),
  );
  expect(files).toHaveLength(28);
  for (const file of files) expect(readFileSync(file, "utf8").split("\n", 1)[0], file).toContain(quizCanary);
});

it("the public release publishes its secret", () => {
  expect(publicRelease.release).toMatch(/^\d{4}-\d{2}$/);
  expect(publicRelease.secret.length).toBeGreaterThan(16);
});
