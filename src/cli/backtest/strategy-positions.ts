import { readFile } from "node:fs/promises";
import { readingError } from "../../adapters/shared/reading-error.ts";
import { atSourceLines } from "../../bench/evaluate/at-source-lines.ts";
import { grossFault } from "../../bench/evaluate/gross-fault.ts";
import type { Compiler, Sandbox } from "../../bench/ports.ts";
import type { Bars } from "../../core/bars.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { type Failure, failure } from "../../core/failure.ts";
import type { Positions } from "../../core/positions.ts";
import { type ContractName, contractOf } from "./contract-of.ts";

/** The positions of a strategy, one entry a market, or why it has none. */
export type StrategyPositions =
  | {
      readonly ok: true;
      readonly positions: Positions;
      readonly allocations: readonly Positions[];
      /** The name that the strategy gives itself; null if none. */
      readonly name: string | null;
    }
  | { readonly ok: false; readonly failure: Failure; readonly diagnostics: readonly Diagnostic[] };

/** What checks and runs a strategy. */
export interface StrategyTools {
  readonly openCompiler: (contract: ContractName) => Compiler;
  readonly openSandbox: () => Promise<Sandbox>;
}

/** What a strategy may use: more than a task allows, since it is the user's own and the market may be long. */
const limits = { cpuMs: 10_000, memoryMiB: 256 };

/**
 * Type-checks the strategy in `file`, runs it in the sandbox on the markets, once: `decide` on one, or `allocate` on one or
 * more, which stand on one axis. Throws `UserError` where it cannot be read, or has `decide` for several markets.
 */
export async function strategyPositions(
  file: string,
  name: string,
  markets: readonly Bars[],
  tools: StrategyTools,
): Promise<StrategyPositions> {
  const code = await readCode(file, name);
  const compiler = tools.openCompiler(contractOf(code, name, markets.length));
  const stripped = compiler.strip(code);
  const diagnostics = await compiler.check(code);
  if (!stripped.ok) return { ok: false, failure: stripped.failure, diagnostics };
  if (diagnostics.length > 0) {
    return { ok: false, failure: failure("type-check", "type-error", typeErrors(name, diagnostics)), diagnostics };
  }
  const sandbox = await tools.openSandbox();
  try {
    const run = { program: 0, bars: 0, markets: markets.map((_, i) => i) };
    const job = { programs: [stripped.code], bars: markets, runs: [run], limits };
    const [result] = (await sandbox.run(job)).runs;
    if (result === undefined) throw new Error("the sandbox gave no result for its one run");
    if (!result.ok) return { ok: false, failure: atSourceLines(result.failure, stripped.sourceLine), diagnostics };
    const { positions, allocations = [positions] } = result;
    const fault = grossFault(allocations);
    if (fault !== null) return { ok: false, failure: fault, diagnostics };
    return { ok: true, positions, allocations, name: result.name ?? null };
  } finally {
    await sandbox.close();
  }
}

function typeErrors(name: string, diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((d) => `${name}:${d.line}:${d.column} TS${d.code} ${d.message}`).join("\n");
}

async function readCode(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw readingError(error, name, "a strategy (.ts) or positions (.csv)");
  }
}
