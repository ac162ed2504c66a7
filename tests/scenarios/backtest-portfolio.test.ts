import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backtestCommand } from "../../src/cli/commands/backtest.ts";
import type { Io } from "../../src/cli/io.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let dir = "";

// b lacks Friday: an order of Thursday's close waits for Monday.
const a = ["2024-01-03,100", "2024-01-04,100", "2024-01-05,110", "2024-01-08,110"];
const b = ["2024-01-03,50", "2024-01-04,50", "2024-01-08,40"];
const csv = (rows: readonly string[]): string =>
  ["time,open,high,low,close", ...rows.map((row) => `${row}${`,${row.split(",")[1]}`.repeat(3)}`), ""].join("\n");
const halves = (second: string): string =>
  `export default { allocate: (markets) => markets.map(({ length }, i) => ({ target: new Float64Array(length).fill(i === 0 ? 0.5 : ${second}) })) } satisfies PortfolioStrategy;`;

const files: Readonly<Record<string, string>> = {
  "a.csv": csv(a),
  "b.csv": csv(b),
  "halves.ts": halves("-0.5"),
  "spread.csv": csv(b)
    .replace("close", "close,halfSpread")
    .replace(/\n(2024.*)/g, "\n$1,0.5"),
  "named.ts": halves("-0.5").replace("{", '{ name: "two halves <i>", '),
  "imports.ts": `import type { Bars, PortfolioStrategy } from "walkforward";\nconst one = (bars: Bars): number => bars.length;\n${halves("-0.5 * one(markets[1]!) / length")}`,
  "gross.ts": halves("-0.75"),
  "whole.ts":
    "export default { allocate: (markets) => markets.map(({ close }) => ({ target: close.map(() => 1) })) } satisfies PortfolioStrategy;",
  "hold.ts":
    "export default { decide: (bars) => ({ target: new Float64Array(bars.length).fill(1) }) } satisfies Strategy;",
  "wrong.ts": "export default { allocate: (markets) => markets.length } satisfies PortfolioStrategy;",
  "function.ts": "export default (allocate: number) => allocate;",
  "one-answer.ts":
    "export default { allocate: (markets) => [{ target: markets[0]!.close.map(() => 0) }] } satisfies PortfolioStrategy;",
  "neither.js": "export default { name: 'allocate' };",
  "positions.csv": "target\n1\n\n\n",
};

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-portfolio-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function walkforward(...args: readonly string[]): Promise<{ out: string; err: string; exit: number }> {
  const output = { out: "", err: "", exit: 0 };
  const io: Io = {
    out: (text) => {
      output.out += text;
    },
    err: (text) => {
      output.err += text;
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
    .configureOutput({ writeErr: () => undefined })
    .parseAsync([...args], { from: "user" });
  return output;
}

const onBoth = ["--market", "a.csv", "b.csv"] as const;

test("half long a, half short b: 5 % and 10 % on one axis; costs and market are lists", async () => {
  const { out, exit } = await walkforward("halves.ts", ...onBoth, "--json", "--costs", "0,10");
  const result = JSON.parse(out);
  expect(Object.keys(result)).toEqual(["metrics", "equity", "costs", "bars", "market", "costSensitivity"]);
  expect(result.equity).toEqual([1, 1, 1.05, 1.15]);
  expect(result).toMatchObject({ bars: 4, market: ["a.csv", "b.csv"], metrics: { orders: 2, trades: 2, winRate: 1 } });
  expect(result.costs).toEqual([
    { feeBps: 0, slippageBps: 0 },
    { feeBps: 0, slippageBps: 0 },
  ]);
  expect(result.costSensitivity[1].totalReturn).toBeLessThan(0.15);
  expect(exit).toBe(0);
});

test("--market may be repeated, and may stand before the file; types may be imported", async () => {
  const { out } = await walkforward("--market", "a.csv", "--json", "--market", "b.csv", "imports.ts");
  expect(JSON.parse(out).equity).toEqual([1, 1, 1.05, 1.15]);
  expect(JSON.parse((await walkforward("--market", "a.csv", "hold.ts", "--json")).out).market).toBe("a.csv");
});

test("the text names every market, its costs, and buy-and-hold of equal shares", async () => {
  const { out, err } = await walkforward("halves.ts", ...onBoth, "--fee-bps", "2", "--initial", "1000");
  expect(out).toContain("halves on a.csv, b.csv: 4 bars, 2024-01-03 to 2024-01-08");
  expect(out).toContain("b.csv: fee 2 bp, slippage 0 bp");
  expect(out).toContain("buy-and-hold is of equal shares");
  expect(err).toContain("a.csv: costs: a bare file states none, so 0; --slippage-bps sets them");
});

test("--html writes a page with a chart and the trades of each instrument, and equal shares beside the strategy", async () => {
  const { err, out } = await walkforward("named.ts", ...onBoth, "--html", "page.html", "--fee-bps", "10");
  expect(err).toContain("Page: page.html");
  expect(out).toContain("two halves <i> (named.ts) on a.csv, b.csv: 4 bars");
  const page = readFileSync(join(dir, "page.html"), "utf8");
  expect(page).toContain("<h1>two halves &lt;i&gt; · a.csv, b.csv</h1>");
  expect(page.match(/data-figure="portfolio"/g)).toHaveLength(1);
  expect(page).toContain('aria-label="b.csv: price, target and share of equity / b.csv：');
  expect(page).toContain("equal shares held");
  expect(page).toContain(">b.csv: 1 trade<");
  expect(page).toContain("fee 10 bp, slippage 0 bp");
  expect(page.replace(/<script>[\s\S]*?<\/script>/, "")).not.toContain("NaN");
});

test("the name that the strategy gives itself stands in JSON and table", async () => {
  const { out } = await walkforward("named.ts", ...onBoth, "--json");
  expect(JSON.parse(out).name).toBe("two halves <i>");
  expect((await walkforward("named.ts", ...onBoth)).out).toMatch(/│ two halves <i> │ buy-and-hold │/);
});

test("a half-spread of 0.5 at 50 costs an order of half the equity 0.5 % of its value, and no other market", async () => {
  const { out, err } = await walkforward("halves.ts", "--market", "a.csv", "spread.csv", "--json");
  // V' = 1 − 0.01·|−0.5·V'|: the half short at 50 costs 1 % of what is traded.
  expect(JSON.parse(out).equity.at(-1)).toBeCloseTo((1 / 1.005) * 1.15, 12);
  expect(err).toContain("spread.csv: costs: half of the spread that the file states is paid on each trade");
  expect(err).not.toContain("a.csv: costs: half");
});

test("allocate on one market is decide on it", async () => {
  const [many, one] = [
    await walkforward("whole.ts", "--market", "b.csv", "--json"),
    await walkforward("hold.ts", "--market", "b.csv", "--json"),
  ];
  expect(many.out).toBe(one.out);
});

test.each([
  ["gross.ts", "positions", "the targets in force at bar 0 add up to 1.25; wanted sizes that add up to at most 1"],
  ["one-answer.ts", "positions", "allocate returned a list of length 1; wanted a list of 2, one { target } a market"],
  ["wrong.ts", "type-check", "Type 'number' is not assignable"],
  [
    "function.ts",
    "type-check",
    "The default export is no PortfolioStrategy: wanted an object with a method allocate(markets, ta)",
  ],
  ["neither.js", "type-check", "allocate"],
])("%s fails at %s and exits 3", async (file, stage, message) => {
  const { out, exit } = await walkforward(file, ...onBoth, "--json");
  expect(JSON.parse(out).failure).toMatchObject({ stage, message: expect.stringContaining(message) });
  expect(exit).toBe(3);
});

test.each([
  ["decide for two markets", ["hold.ts", ...onBoth], "hold.ts has decide, for one market, and 2 are named"],
  ["positions for two markets", ["positions.csv", ...onBoth], "positions.csv has positions for one market"],
  ["a page in place of a market", ["halves.ts", ...onBoth, "--html", "b.csv"], "name another file for the page"],
  ["a market twice", ["halves.ts", "--market", "a.csv", "a.csv"], "--market names a.csv twice"],
  ["no file", ["--market", "a.csv"], "no file is named"],
  ["a file that is none", ["notes.txt", ...onBoth], "notes.txt: wanted a strategy (.ts)"],
  ["a market that is not there", ["halves.ts", "--market", "a.csv", "c.csv"], "c.csv"],
])("%s is refused", async (_, args, message) => {
  await expect(walkforward(...args)).rejects.toThrow(message);
});
