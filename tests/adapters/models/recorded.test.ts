import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolderRecording } from "../../../src/adapters/models/folder-recording.ts";
import { publicPaper } from "../../../src/cli/run/bench-world.ts";
import { extractCode } from "../../../src/core/code/extract-code.ts";
import { markAnswer } from "../../../src/core/quiz/mark-answer.ts";
import { recordedNames, recordedQuiz } from "./recorded-quiz.ts";

const replays = join("strategies", "replays");
const tasks = readdirSync(join("strategies", "tasks")).filter((name) => !name.includes("."));
const paper = publicPaper();

async function quizScore(name: string): Promise<{ score: number; unparsable: number }> {
  const recording = await openFolderRecording(join(replays, name));
  let score = 0;
  let unparsable = 0;
  for (const question of paper) {
    const recorded = await recording.find(question.id, "en", 0);
    if (!recorded.found) throw new Error(recorded.reason);
    const mark = markAnswer(question, recorded.reply.text);
    score += mark.score;
    if (mark.outcome === "unparsable") unparsable++;
  }
  return { score: (100 * score) / paper.length, unparsable: unparsable / paper.length };
}

describe.each(recordedNames)("the recorded model %s", (name) => {
  it("has a reply to every strategy task", async () => {
    const recording = await openFolderRecording(join(replays, name));
    for (const task of tasks) expect(await recording.find(task, "en", 0), task).toMatchObject({ found: true });
  });

  it("has no reply that belongs to no task", () => {
    const files = readdirSync(join(replays, name)).filter((file) => file.endsWith(".md"));
    const known = files.filter((file) => tasks.includes(file.replace(/(\.\d+)?\.md$/, "")));
    expect(known).toEqual(files);
  });

  it("has the quiz answers that node tests/adapters/models/recorded-quiz.ts writes for today's paper", () => {
    expect(readFileSync(join(replays, name, "quiz.yaml"), "utf8")).toBe(recordedQuiz(name, paper));
  });
});

it("there is a folder for each of the five models and for no other", () => {
  const folders = readdirSync(replays, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...recordedNames].sort());
});

it("quiz scores fall from able over peeker and mediocre to careless, and hostile has next to none", async () => {
  const { able, peeker, mediocre, careless, hostile } = Object.fromEntries(
    await Promise.all(recordedNames.map(async (name) => [name, await quizScore(name)] as const)),
  );
  expect(able?.score).toBeGreaterThan(80);
  expect(peeker?.score).toBeLessThan(65);
  expect(mediocre?.score).toBeLessThan((able?.score ?? 0) - 30);
  expect(careless?.score).toBeLessThan((mediocre?.score ?? 0) - 15);
  expect(careless?.unparsable).toBeGreaterThan(0.2);
  expect(hostile?.score).toBeLessThan(5);
});

it("able and mediocre give code for every task; careless leaves three without", () => {
  const without = (name: string): readonly string[] =>
    tasks.filter((task) => !extractCode(readFileSync(join(replays, name, `${task}.md`), "utf8")).ok);
  expect(without("able")).toEqual([]);
  expect(without("mediocre")).toEqual([]);
  expect(without("careless")).toEqual([
    "design-drawdown-crypto",
    "design-regime-mixed",
    "improve-rsi-reversion-equity",
  ]);
});

it("no two models share a program", () => {
  const programs = recordedNames.flatMap((name) =>
    tasks.flatMap((task) => {
      const found = extractCode(readFileSync(join(replays, name, `${task}.md`), "utf8"));
      return found.ok ? [found.code] : [];
    }),
  );
  expect(new Set(programs).size).toBe(programs.length);
});
