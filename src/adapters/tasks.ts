import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { failureKinds, UserError } from "../core/failure.ts";
import { nearestName } from "../core/nearest-name.ts";
import { type Mutant, type Task, type TaskSpec, taskSpecSchema } from "../core/task.ts";

/** The strategy tasks of a folder. */
export interface TaskLibrary {
  /** Every task, by id; a folder counts as a task if it holds a task.yaml. Throws `UserError` for a broken one. */
  list(): Promise<readonly TaskSpec[]>;
  /** The names of the folders that hold a task.yaml, valid or not, in order. */
  ids(): Promise<readonly string[]>;
  /** One task with its texts. Throws `UserError` for an unknown id or a missing file. */
  load(id: string): Promise<Task>;
  /** The wrong solutions beside it, by name; each opens with `// must fail: <kind> — <reason>`. */
  mutants(id: string): Promise<readonly Mutant[]>;
}

const withStarter: readonly string[] = ["improve", "repair", "speed"];
const mutantHeader = /^\/\/ must fail: ([a-z-]+) — (.+)$/;

/** Text of a file; null if there is none. */
async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The error for a task id that is not among the known ones. */
export function unknownTask(id: string, known: readonly string[]): UserError {
  const near = nearestName(id, known);
  const hint = near === null ? "`walkforward tasks list` shows them all" : `did you mean "${near}"?`;
  return new UserError(`there is no task "${id}": ${hint}`);
}

function parseSpec(text: string, id: string): TaskSpec {
  const place = `${id}/task.yaml`;
  const document = parseDocument(text);
  const fault = document.errors[0];
  if (fault !== undefined) throw new UserError(`${place}: ${fault.message}`);
  const result = taskSpecSchema.safeParse(document.toJS());
  if (!result.success) throw new UserError(`${place} is not a valid task:\n${z.prettifyError(result.error)}`);
  const spec = result.data;
  if (spec.id !== id) throw new UserError(`${place}: id is "${spec.id}", but the folder is called "${id}"`);
  if (!spec.id.startsWith(`${spec.track}-`)) {
    throw new UserError(`${place}: the id must begin with the track, "${spec.track}-"`);
  }
  return spec;
}

function parseMutant(id: string, name: string, code: string): Mutant {
  const place = `${id}/mutants/${name}.ts`;
  const [, kindText, reason] = mutantHeader.exec(code.split(/\r?\n/, 1)[0] ?? "") ?? [];
  const kind = failureKinds.find((known) => known === kindText);
  if (kind === undefined || reason === undefined) {
    throw new UserError(
      `${place}: the first line must read "// must fail: <kind> — <reason>", kind one of ${failureKinds.join(", ")}`,
    );
  }
  return { name, kind, reason, code };
}

/** The tasks under `folder` (strategies/tasks): one folder each, read anew at every call. */
export function createTaskLibrary(options: { readonly folder: string }): TaskLibrary {
  const { folder } = options;

  const ids = async (): Promise<readonly string[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
      throw new UserError(`${folder}: wanted a folder of tasks, found ${code === "ENOENT" ? "nothing" : "a file"}`);
    });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const files = await Promise.all(names.map((name) => readText(join(folder, name, "task.yaml"))));
    return names.filter((_, i) => files[i] !== null).sort();
  };

  const spec = async (id: string): Promise<TaskSpec> => {
    const text = /^[a-z0-9-]+$/.test(id) ? await readText(join(folder, id, "task.yaml")) : null;
    if (text !== null) return parseSpec(text, id);
    throw unknownTask(id, await ids());
  };

  const required = async (id: string, file: string): Promise<string> => {
    const text = await readText(join(folder, id, file));
    if (text === null) throw new UserError(`task "${id}" has no ${file}`);
    return text;
  };

  const load = async (id: string): Promise<Task> => {
    const facts = await spec(id);
    const [en, zh, reference] = await Promise.all(
      ["brief.en.md", "brief.zh.md", "reference.ts"].map((file) => required(id, file)),
    );
    const starter = withStarter.includes(facts.track) ? await required(id, "starter.ts") : null;
    return { ...facts, brief: { en: en as string, zh: zh as string }, reference: reference as string, starter };
  };

  const mutants = async (id: string): Promise<readonly Mutant[]> => {
    await spec(id);
    const place = join(folder, id, "mutants");
    const names = (await readdir(place).catch(() => [] as string[])).filter((name) => name.endsWith(".ts")).sort();
    return Promise.all(
      names.map(async (name) => parseMutant(id, name.slice(0, -3), await readFile(join(place, name), "utf8"))),
    );
  };

  return { ids, list: async () => Promise.all((await ids()).map(spec)), load, mutants };
}
