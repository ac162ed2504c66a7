import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeExample } from "../../market-data/make-example.ts";
import { backtestCommand } from "../../src/cli/commands/backtest.ts";
import { dataCommand } from "../../src/cli/commands/data.ts";
import { runCommand } from "./run-command.ts";

const repository = join(import.meta.dirname, "../..");
const readme = readFileSync(join(repository, "market-data", "README.md"), "utf8");

// A copy of the repository in which a dataset may be added: all but the market data are links.
const root = mkdtempSync(join(tmpdir(), "data-readme-"));
afterAll(() => rmSync(root, { recursive: true }));
for (const name of ["node_modules", "package.json", "sandbox", "src", "strategies", "tsconfig.json"]) {
  symlinkSync(join(repository, name), join(root, name));
}
cpSync(join(repository, "market-data"), join(root, "market-data"), { recursive: true });

/** The commands of the console blocks with the lines that stand below each. */
function examples(): readonly { readonly command: string; readonly lines: readonly string[] }[] {
  const blocks = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = ""]) => block.trimEnd());
  return blocks
    .flatMap((block) => block.split(/^\$ /m).slice(1))
    .map((example) => {
      const [command = "", ...lines] = example.trimEnd().split("\n");
      return { command, lines };
    });
}

/** Without the padding of tables, which other datasets change. */
const plain = (line: string): string => line.replace(/ {2,}/g, " ");

/** Runs a command of the README; what it prints on standard error comes last. */
async function run(command: string): Promise<readonly string[]> {
  const [, , name, ...args] = command.split(" ");
  const create = name === "data" ? dataCommand : backtestCommand;
  const { out, err, thrown } = await runCommand(create, args, { cwd: root, root });
  expect(thrown).toBeUndefined();
  return `${out.trimEnd()}\n${err}`.trimEnd().split("\n");
}

describe("market-data/README.md", () => {
  it("the example file comes out of its script", () => {
    expect(readFileSync(join(repository, "market-data", "example.csv"), "utf8")).toBe(makeExample());
  });

  it("every command of the walk prints the lines that stand there, in their order; … stands for lines left out", async () => {
    expect(examples().map(({ command }) => command.split(" ").slice(2, 4).join(" "))).toEqual([
      "data add",
      "data add",
      "data list",
      "backtest strategies/baselines/sma-cross.ts",
      "data check",
    ]);
    for (const { command, lines } of examples()) {
      const printed = (await run(command)).map(plain);
      if (!lines.includes("…")) expect(printed).toEqual(lines.map(plain));
      let from = 0;
      for (const line of lines.filter((each) => each !== "…").map(plain)) {
        const at = printed.indexOf(line, from);
        if (at < 0) expect(`${command}\n${printed.join("\n")}`).toContain(line);
        from = at + 1;
      }
    }
  }, 60_000);
});
