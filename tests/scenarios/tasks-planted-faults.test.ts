import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { TaskVerdict } from "../../src/bench/check-task.ts";
import { checkTasks } from "../../src/cli/tasks/check-tasks.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "walkforward-tasks-"));
const verdicts = new Map<string, TaskVerdict>();

interface Fault {
  readonly id: string;
  /** The shipped task that is spoilt. */
  readonly from: string;
  /** File → its new text, from the old one. */
  readonly edits: Readonly<Record<string, (text: string) => string>>;
  /** Mutants kept; none by default on other tracks than implement and repair. */
  readonly keep?: readonly string[];
  readonly reason: RegExp;
}

const flat = `export default { decide: (bars: Bars) => ({ target: new Float64Array(bars.length) }) } satisfies Strategy;`;
const full = flat.replace("length) }", "length).fill(1) }");
const peeking = `export default {
  decide: (bars: Bars) => ({ target: bars.close.map((c, t) => ((bars.close[t + 1] ?? c) > c ? 1 : 0)) }),
} satisfies Strategy;`;
const sibling = (file: string, task: string): string =>
  readFileSync(join(root, "strategies/tasks", task, file), "utf8");
const twoMutants = ["no-band", "exponential"];

const faults: readonly Fault[] = [
  {
    id: "implement-parameter-missing",
    from: "implement-sma-band",
    edits: { "brief.zh.md": (text) => text.replaceAll("0.995", "0.99") },
    reason: /brief\.zh\.md does not name the parameter 0\.995/,
  },
  {
    id: "implement-symbol-in-brief",
    from: "implement-sma-band",
    edits: { "brief.en.md": (text) => `${text}\nThink of the S&P 500.` },
    reason: /brief\.en\.md, line \d+, names a real instrument: S&P/,
  },
  {
    id: "implement-year-in-brief",
    from: "implement-sma-band",
    edits: { "brief.en.md": (text) => `${text}\nIt did well in 2008.` },
    reason: /names a real date or year: 2008/,
  },
  {
    id: "implement-mutant-passes",
    from: "implement-sma-band",
    edits: {
      "mutants/no-band.ts": (text) => `${text.split("\n")[0]}\n${sibling("reference.ts", "implement-sma-band")}`,
    },
    reason: /mutants\/no-band\.ts must fail with unfaithful, but: no failure/,
  },
  {
    id: "implement-mutant-fails-otherwise",
    from: "implement-sma-band",
    edits: { "mutants/no-band.ts": (text) => text.replace("must fail: unfaithful", "must fail: look-ahead") },
    reason: /mutants\/no-band\.ts must fail with look-ahead, but: unfaithful/,
  },
  {
    id: "implement-mutant-without-header",
    from: "implement-sma-band",
    edits: { "mutants/no-band.ts": (text) => text.split("\n").slice(1).join("\n") },
    reason: /the first line must read/,
  },
  {
    id: "implement-few-mutants",
    from: "implement-sma-band",
    edits: {},
    keep: ["no-band"],
    reason: /mutants\/ holds 1; implement tasks need at least 2/,
  },
  {
    id: "implement-reference-throws",
    from: "implement-sma-band",
    edits: { "reference.ts": (text) => text.replace("let state = 0;", 'let state = 0; throw new Error("spoilt");') },
    reason: /reference\.ts fails: .*spoilt/,
  },
  {
    id: "implement-reference-type-error",
    from: "implement-sma-band",
    edits: { "reference.ts": (text) => text.replace("let state = 0;", 'let state: number = "out";') },
    reason: /reference\.ts fails: type-error/,
  },
  {
    id: "implement-reference-peeks",
    from: "implement-sma-band",
    edits: { "reference.ts": () => peeking },
    reason: /reference\.ts fails: look-ahead/,
  },
  {
    id: "implement-asks-for-nothing",
    from: "implement-sma-band",
    edits: { "reference.ts": () => flat },
    reason: /a program that never trades equals the reference/,
  },
  {
    id: "implement-unknown-class",
    from: "implement-sma-band",
    edits: { "task.yaml": (text) => text.replace("[equity-index]", "[tulips]") },
    reason: /tulips/,
  },
  {
    id: "implement-bad-yaml",
    from: "implement-sma-band",
    edits: { "task.yaml": (text) => text.replace("level: 1", "level: easy") },
    reason: /task\.yaml is not a valid task/,
  },
  {
    id: "design-reference-breaches",
    from: "design-trend-equity-index",
    edits: { "reference.ts": () => full.replace("fill(1)", "fill(-0.5)") },
    reason: /reference\.ts fails: on p1: mandate-breach/,
  },
  {
    id: "design-reference-inert",
    from: "design-trend-equity-index",
    edits: { "reference.ts": () => flat },
    reason: /reference\.ts scores -0\.500: no better than never trading/,
  },
  {
    id: "improve-starter-is-better",
    from: "improve-breakout-crypto",
    edits: {
      "reference.ts": () => sibling("starter.ts", "improve-breakout-crypto"),
      "starter.ts": () => sibling("reference.ts", "improve-breakout-crypto"),
    },
    reason: /reference\.ts scores -?0\.\d+, no better than starter\.ts with/,
  },
  {
    id: "repair-nothing-to-mend",
    from: "repair-off-by-one-breakout",
    edits: { "starter.ts": () => sibling("reference.ts", "repair-off-by-one-breakout") },
    keep: ["entry-on-exit-bar", "eleven-bar-middle"],
    reason: /starter\.ts must be unfaithful or look ahead, but: no failure/,
  },
  {
    id: "speed-reference-is-slow",
    from: "speed-rolling-median",
    edits: { "reference.ts": () => sibling("starter.ts", "speed-rolling-median") },
    reason: /the reference is only \d\.\d times as fast as starter\.ts/,
  },
  {
    id: "speed-starter-is-wrong",
    from: "speed-rolling-median",
    edits: { "starter.ts": (text) => text.replace("sorted[150]", "sorted[151]") },
    reason: /starter\.ts must be correct, but: unfaithful/,
  },
];

function plant({ id, from, edits, keep }: Fault): void {
  const place = join(folder, id);
  cpSync(join(root, "strategies/tasks", from), place, { recursive: true });
  const yaml = join(place, "task.yaml");
  const renamed = readFileSync(yaml, "utf8").replace(`id: ${from}`, `id: ${id}`);
  // Short paths keep the test fast; the fault is there on them as well.
  const short = id.startsWith("implement-") ? "warmupBars: 80\nscoredBars: 240\n" : "";
  writeFileSync(yaml, `${renamed}${short}`);
  const kept = keep ?? (id.startsWith("implement-") ? twoMutants : []);
  for (const name of readdirSync(join(place, "mutants"))) {
    if (!kept.includes(name.slice(0, -3))) rmSync(join(place, "mutants", name));
  }
  for (const [file, edit] of Object.entries(edits)) {
    writeFileSync(join(place, file), edit(readFileSync(join(place, file), "utf8")));
  }
}

beforeAll(async () => {
  for (const fault of faults) plant(fault);
  const signal = new AbortController().signal;
  await checkTasks({
    root,
    folder,
    ids: [],
    seed: "check",
    workers: 2,
    signal,
    onVerdict: (verdict) => verdicts.set(verdict.id, verdict),
  });
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

it.each(faults)("$id is rejected, for that reason alone", ({ id, reason }) => {
  const verdict = verdicts.get(id);
  expect(verdict?.accepted).toBe(false);
  expect(verdict?.reasons.filter((text) => reason.test(text))).toHaveLength(1);
});

it("an intact task that was only renamed would be accepted: the faults are what is rejected", () => {
  const alone = faults.filter(({ id }) => /mutant|few|starter|nothing-to/.test(id));
  for (const { id } of alone) expect(verdicts.get(id)?.reasons).toHaveLength(1);
});
