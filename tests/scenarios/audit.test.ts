import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditCommand } from "../../src/cli/commands/audit.ts";
import { type Caught, runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-audit-"));

/** `walkforward audit …`, with the streams caught. */
const audit = (...args: readonly string[]): Promise<Caught> => runCommand(auditCommand, args, { cwd: folder });

function file(name: string, code: string): string {
  writeFileSync(join(folder, name), code);
  return name;
}

const target = "new Float64Array(bars.length)";
const strategy = (body: string): string => `export default { decide(bars) { ${body} } } satisfies Strategy;\n`;
const clean = file("clean.ts", strategy(`return { target: ${target}.fill(1) };`));
const leaking = file(
  "leaking.ts",
  strategy("return { target: bars.close.map((c, t) => (bars.close[t + 1] > c ? 1 : 0)) };"),
);

const fields = [
  ...["file", "verdict", "stage", "kind", "message", "firstOffendingBar", "cutBar", "diagnostics", "literals"],
  ...["cpuMs", "heapMiB", "instrument", "name"],
];

it("--json prints one line a file in the order given, with all fields, and one failed file is exit 3", async () => {
  const files = [
    [leaking, "look-ahead", "look-ahead"],
    [clean, "scored", null],
    [file("empty.ts", "\n"), "code", "no-code"],
    [file("syntax.ts", "export default {"), "type-check", "type-error"],
    [file("types.ts", strategy('const n: number = "a"; return { target: [n] };')), "type-check", "type-error"],
    [file("load.ts", `throw new Error("no");\n${strategy(`return { target: ${target} };`)}`), "load", "load-error"],
    [file("throws.ts", strategy("throw new Error(String(bars.length));")), "run", "run-error"],
    [file("loop.ts", strategy("for (;;);")), "run", "timeout"],
    [file("short.ts", strategy("return { target: [1] };")), "positions", "bad-positions"],
    [file("two.ts", strategy(`return { target: ${target}.fill(2) };`)), "positions", "bad-positions"],
  ] as const;
  const { out, code, thrown } = await audit("--json", "--cpu-ms", "300", ...files.map(([name]) => name));
  expect(thrown).toBeUndefined();
  expect(code).toBe(3);
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => [line["file"], line["stage"], line["kind"]])).toEqual(files);
  for (const line of lines) expect(Object.keys(line)).toEqual(fields);
  expect(lines[0]?.["firstOffendingBar"]).toEqual(expect.any(Number));
  expect(lines[1]).toMatchObject({ verdict: "clean", message: null, firstOffendingBar: null, cutBar: null });
  expect(lines[4]?.["diagnostics"]).toMatchObject([{ line: 1, code: 2322 }]);
});

it("a fault is named by its line in the file, and a program that needs later bars to answer by what stops it", async () => {
  const head = 'import type { Strategy } from "walkforward";\n\n// A comment.\ninterface Gone {\n  a: number;\n}\n\n';
  const late = file(
    "late.ts",
    head + strategy('if (bars.length > 9)\n\n throw new Error("no"); return { target: [] };'),
  );
  const early = file("early.ts", `${head}throw new Error("no");\n${strategy(`return { target: ${target} };`)}`);
  const needy = file(
    "needy.ts",
    strategy(`if (bars.length % 20) throw new Error("odd"); return { target: ${target} };`),
  );
  const { out } = await audit("--json", late, early, needy);
  const messages = out.trimEnd().split("\n");
  expect(messages.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    "Error: no (line 10)",
    "Error: no (line 8)",
    expect.stringMatching(
      /^On p1 the program answers, but not when .* taken away \(run-error: Error: odd \(line 1\)\)/,
    ),
  ]);
});

it("a clean file is exit 0, and its text names every stage", async () => {
  const { out, code } = await audit(clean);
  expect(code).toBe(0);
  for (const stage of ["type-check", "load", "run", "positions", "determinism", "look-ahead"]) {
    expect(out).toMatch(new RegExp(`^  ${stage} +ok$`, "m"));
  }
});

it("a file that is missing is named at the end, and the others are still audited", async () => {
  mkdirSync(join(folder, "folder.ts"), { recursive: true });
  const { out, thrown } = await audit("--json", "missing.ts", "folder.ts", clean);
  expect(JSON.parse(out)).toMatchObject({ file: clean, verdict: "clean" });
  expect(thrown).toMatchObject({
    name: "UserError",
    message: "missing.ts: no such file\nfolder.ts: a folder; name the files in it",
  });
});

it("--market takes a CSV of 60 bars, and look-ahead is found in it", async () => {
  const rows = Array.from({ length: 60 }, (_, t) => {
    const close = 100 + ((t * 37) % 11);
    return `${new Date(Date.UTC(2021, 0, 4 + t)).toISOString().slice(0, 10)},${close},${close + 1},${close - 1},${close},10`;
  });
  const csv = file("bars.csv", `time,open,high,low,close,volume\n${rows.join("\n")}\n`);
  const { out, code } = await audit("--json", "--market", csv, clean, leaking);
  expect(code).toBe(3);
  const kinds = out
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { kind: string | null }).kind);
  expect(kinds).toEqual([null, "look-ahead"]);
});

/** 80 days of a wave from `start` on, without the days of `holes`. */
function wave(name: string, start: number, phase: number, holes: readonly number[] = []): string {
  const rows = Array.from({ length: 80 - start }, (_, i) => start + i)
    .filter((t) => !holes.includes(t))
    .map((t) => {
      const close = 100 + 10 * Math.sin(t / 5 + phase) + ((t * 37) % 11) / 10;
      return `${new Date(Date.UTC(2021, 0, 4 + t)).toISOString().slice(0, 10)},${close},${close + 1},${close - 1},${close},10`;
    });
  return file(name, `time,open,high,low,close,volume\n${rows.join("\n")}\n`);
}
const markets = [wave("a.csv", 0, 0), wave("b.csv", 30, 1, [41, 60]), wave("c.csv", 0, 2)];

/** A portfolio strategy whose target in market i at bar t is this expression of `markets`, `own` (its bars), i and t. */
const portfolio = (target: string, more = ""): string =>
  `export default { ${more} allocate(markets) { return markets.map((own, i) => ({ target: own.close.map((close, t) => ${target}) })); } } satisfies PortfolioStrategy;\n`;

it("portfolios are audited on all markets at once; what looks ahead is named with its market and its first bar", async () => {
  const files = [
    [file("trend.ts", portfolio("close > own.close[t - 1]! ? 1 / 3 : 0", 'name: "trend of three",')), null, null],
    [file("peek.ts", portfolio("i === 1 && own.close[t + 1]! > close ? 0.5 : 0")), "look-ahead", "b.csv"],
    [
      file("across.ts", portfolio("i === 2 && markets[0]!.close[t + 1]! > markets[0]!.close[t]! ? 0.5 : 0")),
      "look-ahead",
      "c.csv",
    ],
    [file("late.ts", portfolio("i === 0 && own.close[t + 2]! > close ? 1 : 0")), "look-ahead", "a.csv"],
    [file("gross.ts", portfolio("t === 70 ? 0.4 : 0.3")), "bad-positions", null],
    [file("count.ts", portfolio("own.length > 70 ? 0.2 : 0.1")), "look-ahead", "a.csv"],
    [file("types.ts", portfolio('"a"')), "type-error", null],
  ] as const;
  const { out, code, thrown } = await audit("--json", ...files.map(([name]) => name), "--market", ...markets);
  expect([thrown, code]).toEqual([undefined, 3]);
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => [line["file"], line["kind"], line["instrument"]])).toEqual(files);
  for (const line of lines) expect(Object.keys(line)).toEqual(fields);
  expect(lines[0]).toMatchObject({ verdict: "clean", name: "trend of three" });
  expect(lines[1]?.["message"]).toMatch(/^On a.csv, b.csv, c.csv the target of b.csv at bar \d+ changes when/);
  expect(lines[4]?.["message"]).toMatch(/^the targets in force at bar 70 add up to 1.2/);
});

it("a portfolio is clean or not on generated markets too, and its text names it and the market", async () => {
  const trend = file("trend-of-all.ts", portfolio("close > own.close[t - 1]! ? 1 / 3 : 0", 'name: "all",'));
  const peek = file("peek-at-last.ts", portfolio("i === 2 && own.close[t + 1]! > close ? 1 : 0"));
  const { out, code } = await audit(trend, peek);
  expect(code).toBe(3);
  expect(out).toContain("trend-of-all.ts (all): clean\n");
  expect(out).toMatch(/^peek-at-last.ts: failed \(look-ahead\)$/m);
  expect(out).toMatch(/^ {2}instrument {3}market 2, bar \d+$/m);
});

it("a strategy of one market is refused where several are named, and the others are still audited", async () => {
  const cash = file("cash.ts", portfolio("0"));
  const { out, thrown } = await audit("--json", clean, cash, "--market", "a.csv", "b.csv");
  expect(JSON.parse(out)).toMatchObject({ file: cash, verdict: "clean" });
  expect(thrown).toMatchObject({
    name: "UserError",
    message: "clean.ts has decide, for one market, and 2 are named: name one, or write allocate",
  });
  expect((await audit(cash, "--market", "a.csv", "a.csv")).thrown).toMatchObject({
    message: "--market names a.csv twice: name each market once",
  });
  expect((await audit("--market", "a.csv")).thrown).toMatchObject({ name: "UserError" });
});

it("an unknown market is a UserError before anything runs", async () => {
  expect((await audit("--market", "us-sp500-dayly", clean)).thrown).toMatchObject({ name: "UserError" });
});

it("a CPU limit of zero is a UserError", async () => {
  expect((await audit("--cpu-ms", "0", clean)).thrown).toMatchObject({ name: "UserError" });
});
