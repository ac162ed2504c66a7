import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createMarketData } from "../../../src/adapters/market-data.ts";
import { createTaskLibrary } from "../../../src/adapters/tasks.ts";
import type { Dataset } from "../../../src/core/market/dataset.ts";
import { drawDevelopmentStats } from "../../../src/core/paths/development-stats.ts";
import { renderTaskPrompt } from "../../../src/core/prompt/render-task-prompt.ts";
import { langs, type Task } from "../../../src/core/task.ts";
import { root, sourceOf } from "../../repo/source-files.ts";

const contract = sourceOf("strategies/contract.ts");
let tasks: readonly Task[] = [];
let datasets: readonly Dataset[] = [];

beforeAll(async () => {
  const library = createTaskLibrary({ folder: join(root, "strategies/tasks") });
  tasks = await Promise.all((await library.list()).map((task) => library.load(task.id)));
  const data = createMarketData({ folder: join(root, "market-data"), cacheFolder: null });
  datasets = await Promise.all((await data.list()).map((info) => data.load(info.id)));
});

const prompt = (task: Task, lang: "en" | "zh"): readonly string[] =>
  renderTaskPrompt({ task, lang, contract, market: drawDevelopmentStats({ task, datasets, seed: "1" }) }).map(
    (message) => message.content,
  );

describe("renderTaskPrompt", () => {
  it("shows the contract word for word in both languages", () => {
    const [task] = tasks;
    for (const lang of langs) expect(task && prompt(task, lang)[0]).toContain(contract.trim());
  });

  it("leaves no mark of any of the 24 briefs unfilled", () => {
    for (const task of tasks) for (const lang of langs) expect(prompt(task, lang).join("\n")).not.toContain("{{");
  });

  it("shows the starter where the track has one, and never the reference", () => {
    for (const task of tasks) {
      const [system = "", user = ""] = prompt(task, "en");
      if (task.starter !== null) expect(user).toContain(task.starter.trim());
      expect(system + user).not.toContain(task.reference.trim());
    }
  });

  it("names no dataset and no symbol", () => {
    const names = datasets.flatMap(({ info }) => [info.id, info.title, ...info.instruments.map((one) => one.symbol)]);
    for (const task of tasks) {
      const text = prompt(task, "en")[1] ?? "";
      for (const name of names) expect(text).not.toMatch(new RegExp(`\\b${name.replace(/[^\w]/g, "\\$&")}\\b`));
    }
  });

  it("the same seed renders the same bytes", () => {
    for (const task of tasks.slice(0, 3)) expect(prompt(task, "zh")).toEqual(prompt(task, "zh"));
  });
});
