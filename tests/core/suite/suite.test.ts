import { describe, expect, it } from "vitest";
import { createTaskLibrary } from "../../../src/adapters/tasks.ts";
import { publicPaper } from "../../../src/cli/run/bench-world.ts";
import { selectQuestions } from "../../../src/core/suite/select-questions.ts";
import { selectTasks, suites } from "../../../src/core/suite/suite.ts";

const library = createTaskLibrary({ folder: "strategies/tasks" });
const suite = (name: string) => suites.find((one) => one.name === name) ?? suites[0];

describe("suites", () => {
  it("quick asks a model fewer than 60 times, the speed track not at all", async () => {
    const quick = suite("quick");
    if (!quick) throw new Error("there is no suite quick");
    const tasks = selectTasks(quick, await library.list());
    const questions = selectQuestions(publicPaper(), quick.questions);
    expect(tasks.length * quick.attempts + questions.length).toBeLessThan(60);
    expect(tasks.some((task) => task.track === "speed")).toBe(false);
    expect(tasks.filter((task) => task.track === "design" || task.track === "improve").length).toBeGreaterThanOrEqual(
      8,
    );
  });

  it("a retired task is in no suite", async () => {
    const tasks = (await library.list()).map((task) => ({ ...task, retired: "2026-12-01" }));
    for (const one of suites) expect(selectTasks(one, tasks)).toEqual([]);
  });
});

describe("selectQuestions", () => {
  it("null is the whole paper; 40 are 40 of it, each as it stands there", () => {
    const paper = publicPaper();
    expect(selectQuestions(paper, null)).toEqual(paper);
    const some = selectQuestions(paper, 40);
    expect(some.length).toBe(40);
    expect(some.every((question) => paper.includes(question))).toBe(true);
  });

  it("no answer letter comes more than twice as often as another of the same kind of question", () => {
    const keys = selectQuestions(publicPaper(), 40).flatMap(({ answer }) =>
      answer.kind === "choice" ? [answer.key] : [],
    );
    const counts = [0, 1, 2, 3].map((key) => keys.filter((one) => one === key).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2 * Math.min(...counts));
  });
});
