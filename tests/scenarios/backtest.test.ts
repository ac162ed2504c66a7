import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backtestCommand } from "../../src/cli/commands/backtest.ts";
import type { Io } from "../../src/cli/io.ts";
import { UserError } from "../../src/core/failure.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let dir = "";

// Six exchange days with one weekend; held from the second open (100) on, it ends at 130.
const prices = `time,open,high,low,close,volume
2024-01-03,90,100,90,100,1
2024-01-04,100,110,100,110,1
2024-01-05,110,120,110,120,1
2024-01-08,120,120,60,60,1
2024-01-09,60,100,60,100,1
2024-01-10,100,130,100,130,1
`;

const files: Readonly<Record<string, string>> = {
  "prices.csv": prices,
  "hold.csv": "target\n1\n\n\n\n\n\n",
  "quoted.csv": 'target\n1\nNaN\n""\n-0.5\n\n0',
  "by-time.csv": "date,note,target\n2024-01-08,sell,0\n2024-01-03,buy,1\n\n",
  "joined.csv": "target\n1\n0\n1\n\n\n",
  "joined-crlf.csv": "target\r\n1\r\n0\r\n1\r\n\r\n\r\n",
  "one-less.csv": "target\n1\n0\n1\n\n0\n",
  "short.csv": "target\n1\n0\n",
  "wide.csv": "target\n1\n0\n1.5\n0\n0\n0\n",
  "words.csv": "target\n1\nlong\n0\n0\n0\n0\n",
  "no-column.csv": "position\n1\n",
  "slip.csv": "target,stop_loss\n1,0.1\n",
  "weekend.csv": "time,target\n2024-01-03,1\n2024-01-06,0\n",
  "twice.csv": "time,target\n2024-01-03,1\n2024-01-04,0\n2024-01-03,0\n",
  "ragged.csv": "time,target\n2024-01-03\n",
  "empty.csv": "",
  "hold.ts":
    "export default { decide: (bars) => ({ target: new Float64Array(bars.length).fill(1) }) } satisfies Strategy;",
  "type-error.ts": "export default { decide: (bars) => ({ target: bars.closes }) } satisfies Strategy;",
  "throws.ts": 'export default { decide() { throw new Error("no idea"); } } satisfies Strategy;',
  "too-big.ts": "export default { decide: (bars) => ({ target: bars.close }) } satisfies Strategy;",
  "stops.csv": "target,stopLoss,takeProfit,note\n1,0.2,,\n,,,\n,,,\n,,,\n0,,,\n,,,\n",
  "stops-by-time.csv": "trailingstop,time,target\n0.1,2024-01-03,1\n",
  "no-stop.csv": "target,stopLoss\n1,0\n,\n,\n,\n,\n,\n",
  "stops.ts":
    "export default { decide: (bars) => ({ target: bars.close.map(() => 1), stopLoss: bars.close.map(() => 0.2) }) } satisfies Strategy;",
  "spread.csv": prices.replace(/volume|1$/gm, (cell) => (cell === "1" ? "0.2" : "spread")),
  "bad-spread.csv": prices.replace(/volume|1$/gm, (cell) => (cell === "1" ? "wide" : "spread")),
  "half-spread.csv": prices.replace(/volume|1$/gm, (cell) => (cell === "1" ? "0.1" : "half_spread")),
  "both-spreads.csv": prices.replace("volume", "spread,HalfSpread").replace(/,1$/gm, ",0.2,0.1"),
  "named.ts":
    'export default { name: "always long", decide: (bars) => ({ target: new Float64Array(bars.length).fill(1) }) } satisfies Strategy;',
  "notes.txt": "",
};

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-backtest-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  mkdirSync(join(dir, "folder.csv"));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Output {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

function walkforward(...args: readonly string[]): Promise<Output> {
  return walkforwardInto([], ...args);
}

/** Adds to `said` what goes to standard error, also where the command fails. */
async function walkforwardInto(said: string[], ...args: readonly string[]): Promise<Output> {
  const output = { out: "", err: "", exit: 0 };
  const io: Io = {
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
      said.push(text);
    },
    errStream: new PassThrough(),
    env: {},
    cwd: dir,
    root,
    isTty: false,
    color: false,
    signal: new AbortController().signal,
    exit: (code) => {
      output.exit = code;
    },
  };
  await backtestCommand(io)
    .exitOverride()
    .parseAsync([...args], { from: "user" });
  return output;
}

const onPrices = ["--market", "prices.csv"] as const;

describe("positions", () => {
  test("--json prints metrics, equity, costs, bars and market, and nothing else on stdout", async () => {
    const { out, exit } = await walkforward("hold.csv", ...onPrices, "--json");
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(["metrics", "equity", "costs", "bars", "market"]);
    expect(result).toMatchObject({ costs: { feeBps: 0, slippageBps: 0 }, bars: 6, market: "prices.csv" });
    expect(result.equity).toEqual([1, 1.1, 1.2, 0.6, 1, 1.3]);
    expect(result.metrics).toMatchObject({ maxDrawdown: 0.5, maxDrawdownBars: 3, orders: 1, finalEquity: 1.3 });
    expect(exit).toBe(0);
  });

  test("a bare file: what was assumed of costs and bars per year is said on stderr, and not where it is given", async () => {
    const { err } = await walkforward("hold.csv", ...onPrices, "--json");
    expect(err).toContain("bars per year: 252, inferred from the times");
    expect(err).toContain("costs: a bare file states none, so 0");
    const options = ["--fee-bps", "10", "--slippage-bps", "5", "--bars-per-year", "365", "--json"];
    const given = await walkforward("hold.csv", ...onPrices, ...options);
    expect(given.err).toBe("");
    expect(JSON.parse(given.out).costs).toEqual({ feeBps: 10, slippageBps: 5 });
    expect(JSON.parse(given.out).equity[1]).toBeCloseTo(1.1 / 1.0015, 14);
    expect(JSON.parse(given.out).metrics.cagr).toBeCloseTo((1.3 / 1.0015) ** (365 / 5) - 1, 0);
  });

  test("empty, quoted empty and NaN cells keep the target; --initial scales equity", async () => {
    const { out } = await walkforward("quoted.csv", ...onPrices, "--json", "--initial", "1000");
    expect(JSON.parse(out).equity.map(Math.round)).toEqual([1000, 1100, 1200, 600, 400, 250]);
  });

  test("lines joined by line breaks may end in an empty one: the last of 6 rows is what follows the last break", async () => {
    for (const file of ["joined.csv", "joined-crlf.csv"]) {
      const { out } = await walkforward(file, ...onPrices, "--json");
      expect(JSON.parse(out).equity.map((e: number) => Math.round(e * 100))).toEqual([100, 110, 110, 55, 92, 119]);
    }
    await expect(walkforward("one-less.csv", ...onPrices)).rejects.toThrow("one-less.csv: 5 rows for 6 bars");
  });

  test("with a time column rows are matched by time, in any order, others keep", async () => {
    const { out } = await walkforward("by-time.csv", ...onPrices, "--json");
    expect(JSON.parse(out).equity).toEqual([1, 1.1, 1.2, 0.6, 0.6, 0.6]);
  });

  test("a stop of 20 % of the entry at 100 closes at 80, by row and out of the sandbox", async () => {
    const { out } = await walkforward("stops.csv", ...onPrices, "--json");
    expect(JSON.parse(out).equity).toEqual([1, 1.1, 1.2, 0.8, 0.8, 0.8]);
    expect(JSON.parse((await walkforward("stops.ts", ...onPrices, "--json")).out)).toEqual(JSON.parse(out));
    expect((await walkforward("stops.csv", ...onPrices)).out).toContain("closed by stops: 1");
  });

  test("a trailing stop by time, 10 % below the high of 120, closes at 108", async () => {
    const { out } = await walkforward("stops-by-time.csv", ...onPrices, "--json");
    expect(JSON.parse(out).equity.at(-1)).toBeCloseTo(1.08, 14);
  });

  test("every-bar rebalances a half at each open", async () => {
    const { out } = await walkforward("quoted.csv", ...onPrices, "--json", "--rebalance", "every-bar");
    expect(JSON.parse(out).metrics.orders).toBeGreaterThan(2);
  });

  test("without --json a table stands next to buy-and-hold", async () => {
    const { out } = await walkforward("by-time.csv", ...onPrices);
    expect(out).toContain("by-time on prices.csv: 6 bars, 2024-01-03 to 2024-01-10, 252 a year");
    expect(out).toMatch(/total return\s*│\s*-40\.00 %\s*│\s*30\.00 %/);
    expect(out).toMatch(/profit factor\s*│\s*0\.00\s*│\s*–/);
  });
});

describe("costs", () => {
  test("--costs 0,100 adds a table, and under --json the key costSensitivity", async () => {
    const { out } = await walkforward("hold.csv", ...onPrices, "--json", "--costs", "0, 100");
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(["metrics", "equity", "costs", "bars", "market", "costSensitivity"]);
    expect(result.costSensitivity).toHaveLength(2);
    expect(Object.keys(result.costSensitivity[0])).toEqual(["costBps", "totalReturn", "sharpe", "maxDrawdown"]);
    expect(result.costSensitivity[0]).toMatchObject({
      costBps: 0,
      totalReturn: expect.closeTo(0.3, 12),
      maxDrawdown: 0.5,
    });
    expect(result.costSensitivity[1]).toMatchObject({ costBps: 100, totalReturn: expect.closeTo(1.3 / 1.01 - 1, 12) });
    const text = await walkforward("hold.csv", ...onPrices, "--costs", "0,100");
    expect(text.out).toMatch(/100 │\s*28.71 % │/);
  });

  test("--min-fee is paid by an order, --borrow-bps by a short, --funding-bps by a long", async () => {
    const last = async (...options: readonly string[]) =>
      JSON.parse((await walkforward("hold.csv", ...onPrices, "--json", "--initial", "1000", ...options)).out);
    const paid = await last("--min-fee", "10", "--borrow-bps", "50");
    expect(paid.equity.at(-1)).toBeCloseTo(1300 * 0.99, 9);
    expect(paid.costs).toEqual({ feeBps: 0, slippageBps: 0, minFee: 10, borrowBps: 50 });
    expect((await last("--funding-bps", "1")).equity[1]).toBeCloseTo(1100 * 0.9999, 9);
  });

  test("a market with a column spread costs half of it, 0.1 at 100, and says so", async () => {
    const { out, err } = await walkforward("hold.csv", "--market", "spread.csv", "--json");
    expect(JSON.parse(out).equity.at(-1)).toBeCloseTo(1.3 / 1.001, 12);
    expect(JSON.parse(out).costs).toEqual({ feeBps: 0, slippageBps: 0 });
    expect(err).toContain("costs: half of the spread that the file states is paid on each trade");
    expect((await walkforward("hold.csv", "--market", "half-spread.csv", "--json")).out).toBe(
      out.replace('"spread.csv"', '"half-spread.csv"'),
    );
  });
});

describe("bad input is the user's, and says where", () => {
  test.each([
    ["short.csv: 2 rows for 6 bars", ["short.csv"]],
    ['wide.csv, line 4, column target: "1.5"; wanted a number from -1 to 1', ["wide.csv"]],
    ['words.csv, line 3, column target: "long"', ["words.csv"]],
    ["no-column.csv, line 1: no column target", ["no-column.csv"]],
    ["slip.csv, line 1: no column is called stop_loss: did you mean stopLoss?", ["slip.csv"]],
    ['weekend.csv, line 3, column time: "2024-01-06" is not the time of a bar', ["weekend.csv"]],
    ['twice.csv, line 4, column time: "2024-01-03" stands on line 2 too', ["twice.csv"]],
    ["ragged.csv, line 2, column time: 1 cells; wanted 2", ["ragged.csv"]],
    ["empty.csv: the file is empty", ["empty.csv"]],
    ["missing.csv: no such file", ["missing.csv"]],
    ["missing.ts: no such file", ["missing.ts"]],
    ["notes.txt: wanted a strategy (.ts) or positions (.csv)", ["notes.txt"]],
    ["--fee-bps is -1: wanted a number of at least 0", ["hold.csv", "--fee-bps", "-1"]],
    ['no-stop.csv, line 2, column stopLoss: "0"; wanted a number above 0, or nothing for no stop', ["no-stop.csv"]],
    ["--min-fee is -1: wanted a number of at least 0", ["hold.csv", "--min-fee", "-1"]],
    ["--costs is -2: wanted a number of at least 0", ["hold.csv", "--costs", "1,-2"]],
    ['--costs is "": wanted a number', ["hold.csv", "--costs", "1,,2"]],
    ['--funding-bps is "x": wanted a number', ["hold.csv", "--funding-bps", "x"]],
    ['--initial is "much": wanted a number', ["hold.csv", "--initial", "much"]],
    ["--bars-per-year is 0: wanted a number above 0", ["hold.csv", "--bars-per-year", "0"]],
  ])("%s", async (message, args) => {
    const asked = walkforward(...args, ...onPrices);
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(message);
  });

  test("a spread and a half-spread in one file", async () => {
    await expect(walkforward("hold.csv", "--market", "both-spreads.csv")).rejects.toThrow(
      "both-spreads.csv, line 1: columns spread and HalfSpread; wanted one of spread and halfSpread",
    );
  });

  test("a spread that is none", async () => {
    await expect(walkforward("hold.csv", "--market", "bad-spread.csv")).rejects.toThrow(
      'bad-spread.csv, line 2, column spread: "wide"; wanted a number of at least 0 in units of price',
    );
  });

  test("a folder in place of the market, or of the positions", async () => {
    await expect(walkforward("hold.csv", "--market", ".")).rejects.toThrow(".: a folder, wanted the id of a dataset");
    await expect(walkforward("folder.csv", ...onPrices)).rejects.toThrow("folder.csv: a folder, wanted a CSV file");
  });

  test("nothing is said of what a bare file leaves open where the back-test does not come about", async () => {
    const said: string[] = [];
    await expect(walkforwardInto(said, "short.csv", ...onPrices)).rejects.toThrow(UserError);
    expect(said).toEqual([]);
  });

  test.each(["hold.csv", "./prices.csv"])("--html %s would overwrite what is back-tested", async (html) => {
    await expect(walkforward("hold.csv", ...onPrices, "--html", html)).rejects.toThrow(
      "name another file for the page",
    );
  });

  test("an unknown market", async () => {
    await expect(walkforward("hold.csv", "--market", "nowhere.csv")).rejects.toThrow("nowhere.csv: no such file");
  });
});

describe("a strategy", () => {
  test("runs in the sandbox and equals the same positions out of a file", async () => {
    const strategy = await walkforward("hold.ts", ...onPrices, "--json");
    const positions = await walkforward("hold.csv", ...onPrices, "--json");
    expect(strategy).toEqual(positions);
  });

  test("is called by its own name, with its file beside it; by its file where it has none", async () => {
    const { out } = await walkforward("named.ts", ...onPrices, "--html", "named.html");
    expect(out).toContain("always long (named.ts) on prices.csv: 6 bars");
    expect(out).toMatch(/│\s+always long │\s+buy-and-hold │/);
    expect(readFileSync(join(dir, "named.html"), "utf8")).toContain("<h1>always long · prices.csv</h1>");
    expect(JSON.parse((await walkforward("named.ts", ...onPrices, "--json")).out).name).toBe("always long");
    expect((await walkforward("hold.ts", ...onPrices)).out).toMatch(/^hold on prices.csv/);
  });

  test.each([
    ["type-error.ts", "type-check", "type-error", "closes"],
    ["throws.ts", "run", "run-error", "no idea"],
    ["too-big.ts", "positions", "bad-positions", ""],
  ])("%s: exit 3, failure at %s, kind %s, on stderr and as JSON", async (file, stage, kind, text) => {
    const { out, err, exit } = await walkforward(file, ...onPrices, "--json");
    expect(exit).toBe(3);
    expect(err).toContain(`${file} failed at ${stage} (${kind})`);
    expect(JSON.parse(out).failure).toMatchObject({ stage, kind, message: expect.stringContaining(text) });
  });
});

test("a baseline runs on a dataset with the costs and bars per year that the dataset states", async () => {
  const file = join(root, "strategies", "baselines", "sma-cross.ts");
  const { out, err, exit } = await walkforward(file, "--market", "us-sp500-daily", "--json");
  expect([exit, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ market: "us-sp500-daily", metrics: { orders: 20 } });
  expect(JSON.parse(out).costs.feeBps + JSON.parse(out).costs.slippageBps).toBeGreaterThan(0);
});
