import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { TaskVerdict } from "../../src/bench/check-task.ts";
import { tasksCommand } from "../../src/cli/commands/tasks.ts";
import type { Task, TaskSpec } from "../../src/core/task.ts";
import { type Caught, runCommand } from "./run-command.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "walkforward-tasks-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** `walkforward tasks …`, with the streams caught. */
const tasks = (...args: readonly string[]): Promise<Caught> => runCommand(tasksCommand, args, { cwd: folder });

it("list prints a row a task; --json the 24 specifications and nothing else", async () => {
  expect((await tasks("list")).out).toContain("design-drawdown-crypto");
  const { out, err } = await tasks("list", "--json");
  const listed = (JSON.parse(out) as { tasks: readonly TaskSpec[] }).tasks;
  expect(listed.map((task) => task.id)).toHaveLength(24);
  expect(err).toBe("");
});

it("show prints the limits and the brief with its starter in place, in English and Chinese", async () => {
  const english = (await tasks("show", "repair-lookahead-zscore")).out;
  expect(english).toContain("250 bars of warm-up, 750 scored");
  expect(english).toContain("# Too good to be true");
  expect(english).toContain("```ts\nimport type { Strategy }");
  expect(english).not.toContain("{{starter}}");
  const chinese = await tasks("show", "repair-lookahead-zscore", "--lang", "zh", "--reference");
  expect(chinese.out).toContain("# 好得不真实");
  expect(chinese.out).toContain("## reference.ts");
});

it("show --json gives the task with all of its texts", async () => {
  const task = JSON.parse((await tasks("show", "speed-rolling-median", "--json")).out) as Task;
  expect(task.starter).toContain("sorted anew");
  expect(Object.keys(task.brief)).toEqual(["en", "zh"]);
});

it.each([["show"], ["check"]])("%s of a mistyped task says what was meant", async (command) => {
  const { thrown } = await tasks(command, "implement-sma-bend");
  expect(thrown).toMatchObject({ name: "UserError" });
  expect(String(thrown)).toContain('did you mean "implement-sma-band"?');
});

it("check accepts a sound task and rejects a broken one with its reason and exit code 3", async () => {
  const source = join(root, "strategies/tasks/design-trend-equity-index");
  cpSync(source, join(folder, "design-trend-equity-index"), { recursive: true });
  cpSync(source, join(folder, "design-broken"), { recursive: true });
  writeFileSync(join(folder, "design-broken/task.yaml"), "id: design-broken\n");

  const sound = await tasks("check", "design-trend-equity-index", "--dir", folder);
  expect(sound.code).toBe(0);
  expect(sound.out).toMatch(
    /^accept design-trend-equity-index {2}reference 0\.\d{3}, 1 mutant caught\n1 of 1 tasks accepted\n$/,
  );
  expect(sound.err).toBe("[1/1] accept  design-trend-equity-index\n");

  const both = await tasks("check", "--dir", folder, "--json");
  expect(both.code).toBe(3);
  const verdicts = (JSON.parse(both.out) as { tasks: readonly TaskVerdict[] }).tasks;
  expect(verdicts.map(({ id, accepted }) => [id, accepted])).toEqual([
    ["design-broken", false],
    ["design-trend-equity-index", true],
  ]);
  expect(verdicts[0]?.reasons[0]).toContain("design-broken/task.yaml is not a valid task");

  const plain = await tasks("check", "design-broken", "--dir", folder);
  expect(plain.code).toBe(3);
  expect(plain.out).toContain("REJECT design-broken\n       - design-broken/task.yaml is not a valid task");
});
