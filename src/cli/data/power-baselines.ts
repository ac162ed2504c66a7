import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createCompiler } from "../../adapters/compiler.ts";
import { baselineNames } from "../../adapters/models/baseline-client.ts";
import { createSandboxPool } from "../../adapters/sandbox-pool.ts";
import { backtest } from "../../core/backtest.ts";
import type { Bars } from "../../core/bars.ts";
import type { Costs } from "../../core/costs.ts";
import { type Separation, separateReturns } from "../../core/market/power/separate-returns.ts";
import { sharpe } from "../../core/metrics/sharpe.ts";
import { simpleReturns } from "../../core/metrics/simple-returns.ts";

/** How well a market tells the baseline strategies apart. */
export interface BaselineSeparation extends Separation {
  /** The strategies that ran, by name, with their annual Sharpe ratio over the whole market; null where it does not exist. */
  readonly strategies: readonly { readonly name: string; readonly sharpe: number | null }[];
  /** Strategies left out, with the reason, e.g. a time-out on a market of millions of bars. */
  readonly failed: readonly { readonly name: string; readonly why: string }[];
}

/** Runs the baselines on one market after another. */
export interface BaselineJudge {
  /** null for a market of fewer than 3 bars. */
  separate(bars: Bars, costs: Costs): Promise<BaselineSeparation | null>;
  close(): Promise<void>;
}

/** As a user's own strategy in `backtest`: the market may be long. */
const limits = { cpuMs: 10_000, memoryMiB: 256 };

/** Opens a sandbox worker for the baselines under `root`, the package's own folder; `close` ends it. */
export async function openBaselineJudge(root: string): Promise<BaselineJudge> {
  const folder = join(root, "strategies", "baselines");
  const names = await baselineNames(folder);
  const compiler = createCompiler({ root });
  const programs = await Promise.all(
    names.map(async (name) => {
      const stripped = compiler.strip(await readFile(join(folder, `${name}.ts`), "utf8"));
      if (!stripped.ok) throw new Error(`baseline ${name}: ${stripped.failure.message}`);
      return stripped.code;
    }),
  );
  const sandbox = await createSandboxPool({ workers: 1 });
  return {
    async separate(bars, costs) {
      if (bars.length < 3) return null;
      const runs = names.map((_, program) => ({ program, bars: 0 }));
      const results = (await sandbox.run({ programs, bars: [bars], runs, limits })).runs;
      const equity = names.flatMap((name, i) => {
        const result = results[i];
        if (result === undefined || !result.ok) return [];
        const options = { initial: 1, costs, rebalance: "on-change" } as const;
        return [{ name, returns: simpleReturns(backtest(bars, result.positions, options).equity) }];
      });
      const failed = names.flatMap((name, i) => {
        const result = results[i];
        return result === undefined || result.ok ? [] : [{ name, why: result.failure.message }];
      });
      const strategies = equity.map(({ name, returns }) => ({ name, sharpe: sharpe(returns, bars.barsPerYear) }));
      return { ...separateReturns(equity), strategies, failed };
    },
    close: () => sandbox.close(),
  };
}

/** `openBaselineJudge` for one market. */
export async function baselineSeparation(root: string, bars: Bars, costs: Costs): Promise<BaselineSeparation | null> {
  const judge = await openBaselineJudge(root);
  try {
    return await judge.separate(bars, costs);
  } finally {
    await judge.close();
  }
}
