import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import PQueue from "p-queue";
import { createCompiler } from "../../adapters/compiler.ts";
import { createSandboxPool } from "../../adapters/sandbox-pool.ts";
import { evaluateProgram } from "../../bench/evaluate-program.ts";
import type { Compiler } from "../../bench/ports.ts";
import { UserError } from "../../core/failure.ts";
import { type ContractName, contractOf } from "../backtest/contract-of.ts";
import type { Io } from "../io.ts";
import { auditMarketsOf } from "./audit-markets-of.ts";
import { type AuditReport, auditReport, emptyReport, showAudit } from "./audit-report.ts";

/** Options of the command. */
export interface AuditOptions {
  /** Datasets and files; none: generated markets. */
  readonly markets: readonly string[];
  readonly data?: string;
  readonly cpuMs: number;
  readonly memoryMib: number;
  readonly seed: string;
  readonly json: boolean;
}

/** Look-ahead probes in all; spread over the paths of the audit. */
const probes = 80;

/** A file's report, or why it cannot be read. */
type Outcome = { readonly report: AuditReport } | { readonly unreadable: string };

/**
 * Audits files side by side and prints their reports in the order given. Files that cannot be read are left out and
 * named in a UserError at the end, when the others have been printed; so is a fault of ours or of the world's.
 */
export async function auditFiles(io: Io, files: readonly string[], options: AuditOptions): Promise<void> {
  if (options.memoryMib < 16) throw new UserError(`--memory-mib ${options.memoryMib}: wanted at least 16.`);
  const markets = await auditMarketsOf(io, options);
  const limits = { cpuMs: options.cpuMs, memoryMiB: options.memoryMib };
  const workers = Math.min(files.length, availableParallelism());
  const sandbox = await createSandboxPool({ workers });
  const compilers: Readonly<Record<ContractName, Compiler>> = {
    Strategy: createCompiler({ root: io.root }),
    PortfolioStrategy: createCompiler({ root: io.root, contract: "PortfolioStrategy" }),
  };
  const queue = new PQueue({ concurrency: 2 * workers });
  const evaluate = async (file: string): Promise<Outcome> => {
    if (io.signal.aborted) return { unreadable: "interrupted" };
    const code = await readFile(resolve(io.cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => error);
    if (code instanceof Error) return { unreadable: `${file}: ${describe(code)}` };
    if (code.trim() === "") return { report: emptyReport(file) };
    const contract = contractFor(code, file, options.markets.length);
    if (contract instanceof UserError) return { unreadable: contract.message };
    const paths = await markets[contract]();
    const evaluation = await evaluateProgram({
      ...{ code, paths, limits, sandbox, compiler: compilers[contract], seed: options.seed },
      audits: true,
      probes: Math.ceil(probes / paths.length),
    });
    return { report: auditReport(file, evaluation, paths[0]) };
  };
  try {
    const outcomes = files.map((file) => queue.add(() => evaluate(file)));
    // Reports are awaited one after another; a fault in a later one must not go unhandled meanwhile.
    for (const outcome of outcomes) outcome.catch(() => {});
    await print(io, outcomes, (report) =>
      io.out(options.json ? `${JSON.stringify(report)}\n` : showAudit(report, limits)),
    );
  } finally {
    await sandbox.close();
  }
}

/** What the file is written for; the error where that is not what the markets are for. */
function contractFor(code: string, file: string, markets: number): ContractName | UserError {
  try {
    return contractOf(code, file, markets);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

async function print(
  io: Io,
  outcomes: readonly Promise<Outcome>[],
  show: (report: AuditReport) => void,
): Promise<void> {
  const unreadable: string[] = [];
  const faults: unknown[] = [];
  for (const each of outcomes) {
    const outcome = await each.catch((fault: unknown) => ({ fault }));
    if ("fault" in outcome) faults.push(outcome.fault);
    else if ("unreadable" in outcome) unreadable.push(outcome.unreadable);
    else {
      show(outcome.report);
      if (outcome.report.verdict === "failed") io.exit(3);
    }
  }
  if (io.signal.aborted) io.exit(130);
  else if (faults.length > 0) throw faults[0];
  else if (unreadable.length > 0) throw new UserError(unreadable.join("\n"));
}

function describe(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "no such file";
  if (error.code === "EISDIR") return "a folder; name the files in it";
  return `cannot be read (${error.code ?? error.message})`;
}
