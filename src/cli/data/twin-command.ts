import { Command, Option } from "commander";
import { UserError } from "../../core/failure.ts";
import { type TwinKind, twinKinds } from "../../core/market/twins/twin-kind.ts";
import type { Io } from "../io.ts";
import { dataFolder, dirHelp } from "./data-folder.ts";

interface TwinOptions {
  readonly kind: TwinKind;
  readonly seed: string;
  readonly n: string;
  readonly id?: string;
  readonly volatility?: string;
  readonly price?: string;
  readonly dir?: string;
  readonly json?: boolean;
}

const notes = `
Kinds:
  bootstrap  blocks of bars in another order, each with its gap, shape and volume (Politis and Romano, 1994)
  mirror     every log return with the other sign
  permuted   gaps and moves within bars permuted apart; the same first bar and last close (Masters, 2018)
  rescaled   log returns times --volatility, prices times --price; each drawn from the seed unless given
  noise      bootstrap whose bars are turned by coins and freed of drift: nobody can earn there

A twin is a dataset of its own that names its source with its sha256. It is not fit for scoring: a run makes twins of its own, and
one among the datasets would be drawn as history. Use it in backtest and audit: a strategy that earns as much on permuted bars as
on the market did not earn by their order. ID is looked for in --dir, then in the package's market-data/.

Examples:
  walkforward data twin us-sp500-daily --kind permuted --seed 7
  walkforward data twin us-sp500-daily --kind bootstrap --n 20 --dir twins
  walkforward data twin syn-crypto-1h --kind rescaled --volatility 0.5 --price 100 --id calm-coin --dir twins`;

/** `walkforward data twin`: markets that might have been. */
export function twinCommand(io: Io): Command {
  return new Command("twin")
    .description("write counterfactual twins of a dataset; the same options give the same bytes")
    .argument("<id>", "dataset")
    .addOption(new Option("--kind <kind>", "way to make it").choices(twinKinds).makeOptionMandatory())
    .option("--seed <text>", "seed of what is drawn", "1")
    .option("--n <count>", "number of twins, from 1 to 1000; several get -1, -2 … behind id and seed", "1")
    .option("--id <id>", "id of the twin, lower case (default: <id>-<kind>)")
    .option("--volatility <factor>", "of rescaled: multiplies log returns, > 0 (default: from 0.5 to 2 by the seed)")
    .option("--price <factor>", "of rescaled: multiplies prices, > 0 (default: from 0.1 to 10 by the seed)")
    .option("--dir <dir>", dirHelp)
    .option("--json", "print what was written as JSON")
    .addHelpText("after", notes)
    .action(async (of: string, options: TwinOptions) => {
      const wish = { of, ...parse(options) };
      const { writeTwins } = await import("./write-twin.ts");
      const twins = await writeTwins(wish, [dataFolder(io, options.dir), dataFolder(io, undefined)]);
      if (options.json) return io.out(`${JSON.stringify({ twins }, null, 2)}\n`);
      for (const { folder, bars, instruments } of twins) {
        const hashes = instruments.map(({ sha256 }) => sha256).join(", ");
        io.out(`${folder}: ${bars} bars, sha256 ${hashes}\n`);
      }
    });
}

function parse({ kind, seed, n, id, volatility, price }: TwinOptions): {
  readonly kind: TwinKind;
  readonly seed: string;
  readonly count: number;
  readonly id: string | undefined;
  readonly volatilityFactor: number | undefined;
  readonly priceFactor: number | undefined;
} {
  const count = Number(n);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new UserError(`--n "${n}": wanted a whole number from 1 to 1000`);
  }
  if (kind === "mirror" && count > 1) throw new UserError(`--n ${n}: a market has one mirror`);
  if (kind !== "rescaled" && (volatility ?? price) !== undefined) {
    throw new UserError(`--volatility and --price are for --kind rescaled, not ${kind}`);
  }
  if (id !== undefined && !/^[a-z0-9][a-z0-9._-]*$/.test(id)) {
    throw new UserError(`--id "${id}": wanted lower-case letters, digits and hyphens`);
  }
  const factors = { volatilityFactor: factor("--volatility", volatility), priceFactor: factor("--price", price) };
  return { kind, seed, count, id, ...factors };
}

function factor(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value > 0 && value < Number.POSITIVE_INFINITY) return value;
  throw new UserError(`${name} "${text}": wanted a number above 0`);
}
