import { Command } from "commander";
import type { Io } from "../io.ts";

/** `walkforward doctor`: is everything here that a run needs? */
export function doctorCommand(io: Io): Command {
  return new Command("doctor")
    .description("check Node, sandbox, compiler, market data and keys")
    .option("--json", "one JSON object on standard output", false)
    .addHelpText(
      "after",
      "\nExit code 3: something is missing.\n\nExamples:\n  walkforward doctor\n  walkforward doctor --json",
    )
    .action(async (options: { readonly json: boolean }) => {
      const { examine } = await import("../doctor/examine.ts");
      const findings = await examine(io);
      if (options.json) io.out(`${JSON.stringify({ findings })}\n`);
      else for (const { ok, name, found } of findings) io.out(`${ok ? "ok  " : "FAIL"}  ${name.padEnd(14)} ${found}\n`);
      if (findings.some((finding) => !finding.ok)) io.exit(3);
    });
}
