import { expect, it } from "vitest";
import { quizCommand } from "../../src/cli/commands/quiz.ts";
import type { QuizCheck } from "../../src/core/quiz/check-quiz.ts";
import type { Question } from "../../src/core/quiz/question.ts";
import { type Caught, runCommand } from "./run-command.ts";

/** `walkforward quiz …`, with the streams caught. */
const quiz = (...args: readonly string[]): Promise<Caught> => runCommand(quizCommand, args);

it("quiz list --json names every template and item with topic, level and dates", async () => {
  const { entries } = JSON.parse((await quiz("list", "--json")).out) as { entries: Record<string, unknown>[] };
  expect(entries.length).toBeGreaterThanOrEqual(50);
  expect(entries[0]).toEqual({
    id: "returns-compound",
    topic: "returns-risk",
    level: 1,
    released: "2026-11-01",
    retired: null,
    source: "template",
    answer: "numeric",
  });
  expect((await quiz("list")).out).toContain("returns-compound");
});

it("quiz show prints the question in either language, and the key only when asked", async () => {
  const plain = await quiz("show", "item-survivorship");
  expect(plain.out).toContain("mean-reversion");
  expect(plain.out).not.toContain("Key:");
  const both = await quiz("show", "item-survivorship", "--lang", "both", "--answer");
  expect(both.out).toContain("mean-reversion");
  expect(both.out).toContain("均值回复");
  expect(both.out).toMatch(/Key: [A-D]\n/);
});

it("quiz show gives other numbers for another --index, as does costs-annual-drag#2", async () => {
  const first = (await quiz("show", "costs-annual-drag")).out;
  const third = (await quiz("show", "costs-annual-drag", "--index", "2")).out;
  expect(third).not.toBe(first);
  expect((await quiz("show", "costs-annual-drag#2")).out).toBe(third);
  const question = JSON.parse((await quiz("show", "costs-annual-drag#2", "--json")).out) as Question;
  expect(question.id).toBe("costs-annual-drag#2");
});

it("quiz show of an unknown id, a second instance of an item or a bad index says what to do", async () => {
  expect(String((await quiz("show", "item-survivrship")).thrown)).toContain('did you mean "item-survivorship"?');
  expect(String((await quiz("show", "item-survivorship#1")).thrown)).toContain("item-survivorship#0");
  expect(String((await quiz("show", "returns-sharpe", "--index", "x")).thrown)).toContain('got "x"');
});

it("quiz check accepts the quiz; on one id it says nothing of the paper", async () => {
  const all = await quiz("check", "--draws", "100");
  expect(all.code).toBe(0);
  expect(all.out).toMatch(/^Accepted: 35 templates \(100 draws each\), 20 items; a paper of 58 questions/);
  const one = await quiz("check", "returns-sharpe", "--draws", "100", "--json");
  expect(one.code).toBe(0);
  const check = JSON.parse(one.out) as QuizCheck;
  expect(check.templates).toBe(1);
  expect(check.findings).toEqual([]);
  expect(String((await quiz("check", "returns-shrpe")).thrown)).toContain('did you mean "returns-sharpe"?');
});
