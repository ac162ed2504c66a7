import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTaskLibrary } from "../../src/adapters/tasks.ts";

const shipped = join(import.meta.dirname, "../../strategies/tasks");
const id = "implement-sma-band";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tasks-"));
  await cp(join(shipped, id), join(folder, id), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, id, file);
  await writeFile(path, change(await readFile(path, "utf8")));
}

describe("createTaskLibrary", () => {
  it("lists 24 tasks: 9 design, 3 improve, 6 implement, 3 repair, 3 speed, three levels in each track", async () => {
    const tasks = await createTaskLibrary({ folder: shipped }).list();
    const count = (track: string): number => tasks.filter((task) => task.track === track).length;
    expect(["design", "improve", "implement", "repair", "speed"].map(count)).toEqual([9, 3, 6, 3, 3]);
    for (const track of ["design", "improve", "implement", "repair", "speed"]) {
      const levels = new Set(tasks.filter((task) => task.track === track).map((task) => task.level));
      expect([...levels].sort()).toEqual([1, 2, 3]);
    }
  });

  it("the trading tasks cover six market classes on 1d, and 5m and 1h bars", async () => {
    const tasks = await createTaskLibrary({ folder: shipped }).list();
    const trading = tasks.filter((task) => task.track === "design" || task.track === "improve");
    const daily = trading.filter((task) => task.interval === "1d").flatMap((task) => task.classes);
    expect([...new Set(daily)].sort()).toEqual(["commodity", "crypto", "equity", "equity-index", "fx", "rates"]);
    expect(new Set(trading.map((task) => task.interval))).toEqual(new Set(["1d", "1h", "5m"]));
  });

  it("fills in the defaults of task.yaml: 250 and 750 bars, 2000 ms, targets -1 to 1", async () => {
    const task = await createTaskLibrary({ folder }).load(id);
    expect(task.warmupBars).toBe(250);
    expect(task.scoredBars).toBe(750);
    expect(task.limits.cpuMs).toBe(2000);
    expect(task.mandate).toEqual({ minTarget: -1, maxTarget: 1, maxDrawdown: null });
    expect(task.starter).toBeNull();
  });

  it("reads mutants with the kind and the reason of their first line", async () => {
    const mutants = await createTaskLibrary({ folder }).mutants(id);
    expect(mutants.map(({ name, kind }) => [name, kind])).toEqual([
      ["exponential", "unfaithful"],
      ["next-bar", "look-ahead"],
      ["no-band", "unfaithful"],
      ["out-inside-band", "unfaithful"],
    ]);
    expect(mutants[0]?.reason).toBe("exponential averages instead of simple ones");
  });

  it("an unknown id names the nearest one", async () => {
    const library = createTaskLibrary({ folder });
    await expect(library.load("implement-sma-bnd")).rejects.toThrow('did you mean "implement-sma-band"?');
    await expect(library.load("../implement-sma-band")).rejects.toThrow("there is no task");
    await expect(library.load("x")).rejects.toThrow("walkforward tasks list");
  });

  it("a folder that is not there, or is a file, is the user's slip", async () => {
    await expect(createTaskLibrary({ folder: "strategies/nothing" }).list()).rejects.toThrow(/found nothing/);
    await expect(createTaskLibrary({ folder: "README.md" }).list()).rejects.toThrow(/found a file/);
  });

  it("a folder without task.yaml is no task", async () => {
    await rm(join(folder, id, "task.yaml"));
    expect(await createTaskLibrary({ folder }).ids()).toEqual([]);
  });

  it.each([
    ["level: 1", "level: 4", "level"],
    ["track: implement", "track: trade", "track"],
    ["version: 1", "versions: 1", "versions"],
    ["id: implement-sma-band", "id: implement-sma-bands", "the folder is called"],
    ["track: implement", "track: repair", 'must begin with the track, "repair-"'],
    ["tags: [", "tags: [[", "task.yaml"],
  ])("task.yaml with %s as %s is refused, saying where", async (from, to, message) => {
    await edit("task.yaml", (text) => text.replace(from, to));
    await expect(createTaskLibrary({ folder }).load(id)).rejects.toThrow(message);
    await expect(createTaskLibrary({ folder }).load(id)).rejects.toMatchObject({ name: "UserError" });
  });

  it.each(["brief.en.md", "brief.zh.md", "reference.ts"])("a task without %s is refused by name", async (file) => {
    await rm(join(folder, id, file));
    await expect(createTaskLibrary({ folder }).load(id)).rejects.toThrow(`has no ${file}`);
  });

  it("a repair task without starter.ts is refused", async () => {
    const repair = "repair-lookahead-zscore";
    await cp(join(shipped, repair), join(folder, repair), { recursive: true });
    await rm(join(folder, repair, "starter.ts"));
    await expect(createTaskLibrary({ folder }).load(repair)).rejects.toThrow("has no starter.ts");
  });

  it.each(["// must fail: wrong — no such kind", "export default {};", "// must fail: unfaithful"])(
    "a mutant that opens with %s is refused",
    async (line) => {
      await edit("mutants/no-band.ts", (text) => text.replace(/^.*/, line));
      await expect(createTaskLibrary({ folder }).mutants(id)).rejects.toThrow("the first line must read");
    },
  );
});
