import { Command } from "commander";
import { UserError } from "../../core/failure.ts";
import type { Io } from "../io.ts";

interface Options {
  readonly market?: string | readonly string[];
  readonly data?: string;
  readonly cpuMs: number;
  readonly memoryMib: number;
  readonly seed: string;
  readonly json: boolean;
}

/** `walkforward audit`: would this program be scored, and if not, why? */
export function auditCommand(io: Io): Command {
  return new Command("audit")
    .description(
      "type-check, load, run, determinism, look-ahead, literals: what a strategy file must pass to be scored",
    )
    .argument("[strategy...]", "TypeScript files, each with a strategy as its default export")
    .usage("[options] <strategy...>")
    .option(
      "--market <id|file.csv...>",
      "market to run on, several for a portfolio; default: generated ones, and ten years of the S&P 500",
    )
    .option("--data <dir>", "folder of the datasets; default: market-data of the package")
    .option("--cpu-ms <ms>", "CPU time of one run, milliseconds", positive, 2000)
    .option("--memory-mib <MiB>", "heap of one run, MiB, at least 16", positive, 128)
    .option("--seed <text>", "draws the generated markets, the cuts and the scrambled bars", "audit")
    .option("--json", "one JSON line a file on standard output", false)
    .addHelpText(
      "after",
      `
A file that cannot be read does not stop the others; it is named at the end.
A strategy with allocate is run on all markets at once, and may look ahead in none of them. Without --market it is given
three generated ones, of which one begins late and one has holes.

Exit codes: 0 every file is clean, 2 a file cannot be read, 3 a file is not clean.

Examples:
  walkforward audit my-strategy.ts
  walkforward audit strategies/baselines/*.ts --market us-sp500-daily
  walkforward audit my-strategy.ts --market bars.csv --json | jq .verdict
  walkforward audit my-portfolio.ts --market stocks.csv bonds.csv us-sp500-daily`,
    )
    .action(async (files: readonly string[], options: Options) => {
      const { auditFiles } = await import("../audit/audit-files.ts");
      const { strategies, markets } = sortNames(files, options.market ?? []);
      if (strategies.length === 0) throw new UserError("no file is named: wanted strategies (.ts)");
      await auditFiles(io, strategies, { ...options, markets });
    });
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new UserError(`"${text}": wanted a number above 0.`);
  return value;
}

/** `--market` takes all that follows it: what is a program there is a strategy. */
function sortNames(
  files: readonly string[],
  market: string | readonly string[],
): { readonly strategies: readonly string[]; readonly markets: readonly string[] } {
  const named = typeof market === "string" ? [market] : market;
  const isProgram = (name: string): boolean => /\.m?[jt]s$/i.test(name);
  return { strategies: [...files, ...named.filter(isProgram)], markets: named.filter((name) => !isProgram(name)) };
}
