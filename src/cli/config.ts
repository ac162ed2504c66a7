import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command, Option } from "commander";
import { UserError } from "../core/failure.ts";

/** Name of the file of defaults. */
export const configFile = "walkforward.config.ts";

/**
 * Defaults out of walkforward.config.ts in `cwd`: `export default { run: { seed: "2" } }`. The command line and the
 * environment win.
 *
 * @throws UserError if the file does not load, or names a command, option or value that there is not
 */
export async function applyConfig(program: Command, cwd: string): Promise<void> {
  const file = join(cwd, configFile);
  if (!existsSync(file)) return;
  for (const [name, values] of Object.entries(await loadConfig(file))) {
    const command = program.commands.find((one) => one.name() === name);
    if (!command) throw new UserError(`${configFile}: there is no command "${name}".`);
    if (typeof values !== "object" || values === null) {
      throw new UserError(`${configFile}: ${name} is ${JSON.stringify(values)}, wanted { <option>: value }.`);
    }
    for (const [key, value] of Object.entries(values)) {
      const option = command.options.find((one) => one.attributeName() === key);
      if (!option) throw new UserError(`${configFile}: ${name} has no option "${key}".`);
      command.setOptionValueWithSource(key, checkedValue(option, value, `${name}.${key}`), "config");
    }
  }
}

async function loadConfig(file: string): Promise<object> {
  let config: unknown;
  try {
    config = ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    throw new UserError(`${configFile} does not load: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof config === "object" && config !== null) return config;
  throw new UserError(`${configFile}: wanted "export default { <command>: { <option>: value } }".`);
}

/** A text is read as the command line would read it; what is no text is taken as it is. */
function checkedValue(option: Option, value: unknown, where: string): unknown {
  if (typeof value !== "string" || !option.parseArg || option.variadic) return value;
  try {
    return option.parseArg(value, undefined);
  } catch (error) {
    throw new UserError(`${configFile}: ${where} is "${value}": ${error instanceof Error ? error.message : error}`);
  }
}
