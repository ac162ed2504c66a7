import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyConfig, configFile } from "../../src/cli/config.ts";
import { UserError } from "../../src/core/failure.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "walkforward-config-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function parse(config: string, ...args: string[]): Promise<unknown> {
  let seen: unknown;
  writeFileSync(join(cwd, configFile), config);
  const program = new Command("walkforward").addCommand(
    new Command("run")
      .option("--seed <text>", "seed", "1")
      .addOption(new Option("--suite <name>", "suite").choices(["quick", "full"]).default("quick"))
      .action((options) => {
        seen = options;
      }),
  );
  await applyConfig(program, cwd);
  await program.parseAsync(["run", ...args], { from: "user" });
  return seen;
}

describe("applyConfig", () => {
  it("export default { run: { seed: '7' } } is a default that the command line overrides", async () => {
    expect(await parse("export default { run: { seed: '7' } };")).toMatchObject({ seed: "7", suite: "quick" });
    expect(await parse("export default { run: { seed: '7' } };", "--seed", "9")).toMatchObject({ seed: "9" });
  });

  it.each([
    ["export default { walk: {} };", 'no command "walk"'],
    ["export default { run: { sed: 1 } };", 'no option "sed"'],
    ["export default { run: { suite: 'huge' } };", 'run.suite is "huge"'],
    ["export default { run: 5 };", "run is 5"],
    ["export default 5;", "wanted"],
    ["export default {", "does not load"],
  ])("%s is the user's slip: %s", async (config, words) => {
    await expect(parse(config)).rejects.toThrow(UserError);
    await expect(parse(config)).rejects.toThrow(words);
  });
});
