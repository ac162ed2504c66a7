import type { Command, Option } from "commander";
import { UserError } from "../core/failure.ts";

/** Name of the environment variable of an option: `--fee-bps` is WALKFORWARD_FEE_BPS. */
export function variableName(option: Option): string {
  const name = option.attributeName().replace(/[A-Z]/g, (letter) => `_${letter}`);
  return `WALKFORWARD_${name.toUpperCase()}`;
}

/**
 * Takes the values of options from environment variables, in every command below `program`. What is given on the
 * command line wins; a variable wins over walkforward.config.ts. A flag is set by `1` or `true` and unset by `0`,
 * `false` or nothing; several values are separated by commas.
 *
 * @throws UserError naming the variable whose value an option does not take
 */
export function applyVariables(program: Command, env: Readonly<Record<string, string | undefined>>): void {
  for (const command of program.commands) {
    for (const option of command.options) {
      const text = env[variableName(option)];
      if (text !== undefined) command.setOptionValueWithSource(option.attributeName(), parseValue(option, text), "env");
    }
    applyVariables(command, env);
  }
}

function parseValue(option: Option, text: string): unknown {
  if (option.isBoolean() || option.negate) return !["", "0", "false"].includes(text.trim().toLowerCase());
  if (option.variadic) return text.split(",").map((part) => part.trim());
  try {
    return option.parseArg ? option.parseArg(text, undefined) : text;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`${variableName(option)} is "${text}": ${why}`);
  }
}
