import { Command, Option } from "commander";
import { describe, expect, it } from "vitest";
import { applyVariables } from "../../src/cli/variables.ts";
import { UserError } from "../../src/core/failure.ts";

async function parse(env: Record<string, string>, ...args: string[]): Promise<unknown> {
  let seen: unknown;
  const program = new Command("walkforward").addCommand(
    new Command("run")
      .option("--fee-bps <n>", "fee", Number, 1)
      .option("--no-baselines", "none")
      .option("--model <id...>", "models")
      .option("--json", "json", false)
      .addOption(new Option("--suite <name>", "suite").choices(["quick", "full"]).default("quick"))
      .action((options) => {
        seen = options;
      }),
  );
  applyVariables(program, env);
  await program.parseAsync(["run", ...args], { from: "user" });
  return seen;
}

describe("applyVariables", () => {
  it("WALKFORWARD_FEE_BPS=7 is --fee-bps 7", async () => {
    expect(await parse({ WALKFORWARD_FEE_BPS: "7" })).toMatchObject({ feeBps: 7 });
  });

  it("the command line wins", async () => {
    expect(await parse({ WALKFORWARD_FEE_BPS: "7" }, "--fee-bps", "3")).toMatchObject({ feeBps: 3 });
  });

  it("WALKFORWARD_JSON=1 sets a flag, =0 does not", async () => {
    expect(await parse({ WALKFORWARD_JSON: "1" })).toMatchObject({ json: true });
    expect(await parse({ WALKFORWARD_JSON: "0" })).toMatchObject({ json: false });
  });

  it("WALKFORWARD_BASELINES=false is --no-baselines", async () => {
    expect(await parse({ WALKFORWARD_BASELINES: "false" })).toMatchObject({ baselines: false });
  });

  it("several values are separated by commas", async () => {
    expect(await parse({ WALKFORWARD_MODEL: "a, b" })).toMatchObject({ model: ["a", "b"] });
  });

  it("a value that the option does not take is the user's fault, and is named", async () => {
    await expect(parse({ WALKFORWARD_SUITE: "bad" })).rejects.toThrow(UserError);
    await expect(parse({ WALKFORWARD_SUITE: "bad" })).rejects.toThrow(/WALKFORWARD_SUITE is "bad"/);
  });
});
