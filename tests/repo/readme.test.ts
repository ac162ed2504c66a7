import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, sourceOf } from "./source-files.ts";

interface Example {
  readonly command: string;
  readonly output: string;
}

/** The console blocks of the README: a line that begins with "$ " and what it printed. */
const examples: readonly Example[] = [...sourceOf("README.md").matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map(
  (block) => ({
    command: block[1] ?? "",
    output: block[2] ?? "",
  }),
);

describe("README", () => {
  const walkforward = examples.filter((example) => example.command.startsWith("npx walkforward "));

  it.each(walkforward)("$command prints what the README shows", ({ command, output }) => {
    const args = command.split(" ").slice(2);
    const { stdout, status } = spawnSync(process.execPath, [join(root, "src/cli/main.ts"), ...args], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(stdout).toBe(output);
  });

  it("shows a strategy exactly as it lies in the repository", () => {
    const shown = /```ts\n([\s\S]*?)```/.exec(sourceOf("README.md"))?.[1];
    expect(shown).toBe(sourceOf("strategies/baselines/sma-cross.ts"));
  });

  it("names only options and commands that the command line has", () => {
    const lines = [...sourceOf("README.md").matchAll(/npx walkforward ([\w-]+)((?: [^\n`]*)?)/g)];
    expect(lines.length).toBeGreaterThan(4);
    for (const [, command = "", rest = ""] of lines) {
      const { stdout, status } = spawnSync(process.execPath, [join(root, "src/cli/main.ts"), command, "--help"], {
        encoding: "utf8",
      });
      expect(status, command).toBe(0);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(stdout, `${command} ${option}`).toContain(option);
    }
  });
});
