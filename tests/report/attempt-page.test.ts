import { describe, expect, it } from "vitest";
import type { Attempt } from "../../src/core/attempt.ts";
import { codeTokens } from "../../src/report/attempt/code-tokens.ts";
import { attemptPage } from "../../src/report/attempt-page.ts";
import { analysePath, type PathAnswer } from "../../src/report/parts/path-analysis.ts";
import { type PathMarket, pathMarket } from "../../src/report/parts/path-market.ts";
import { attempt, attempts, failedAttempt, hostileText } from "./records.ts";
import { scoredTask, storedPath } from "./stored-paths.ts";

function pageOf(record: Attempt, markets: readonly PathMarket[] = [], answers: readonly PathAnswer[] = []): string {
  const analyses = answers.flatMap((answer, i) => analysePath(markets[i] as PathMarket, answer) ?? []);
  return attemptPage({
    attempt: record,
    run: "try-s1-00000000",
    benchmark: "0.1",
    answers,
    analyses,
    markets,
    home: "../../../index.html",
    codeFile: record.code === null ? null : "en-0.ts",
  });
}

const task = scoredTask();
const markets = task.paths.map(pathMarket);
const whole = pageOf(task.attempt, markets, task.answers);

/** Text that a reader sees in English: no styles, pictures, data or Chinese. */
function words(page: string): string {
  return page
    .replace(/<(style|svg|pre|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<span class="zh"[^>]*>[\s\S]*?<\/span>/g, "")
    .replace(/<[^>]*>/g, " ");
}

describe("attempt page", () => {
  it("draws price, rolling, distribution, excursions and costs of every path, and the whole", () => {
    const labels = Array.from(whole.matchAll(/role="img" aria-label="([^"]*) \/ /g), ([, label = ""]) => label);
    for (const path of ["p1", "p2", "p6", "noise"]) {
      expect(labels).toContain(`Path ${path}: price with entries, exits and stops, equity, drawdown and position`);
      expect(labels).toContain(`Distribution of the returns on path ${path}`);
      expect(labels).toContain(`Rolling Sharpe ratio and beta on path ${path}`);
      expect(labels).toContain(`Adverse and favourable excursions of the trades on path ${path}`);
      expect(labels).toContain(`Return and Sharpe ratio on path ${path} over multiples of its costs`);
    }
    expect(labels).toContain("Mean equity of 6 paths against buy-and-hold and constant exposure");
    expect(labels).toContain("Parts of the utility as steps from 0 to U");
  });

  it("every path has a tab, the first is chosen, and its name in the table chooses it too", () => {
    expect(whole.match(/<input type="radio" name="path"/g)).toHaveLength(7);
    expect(whole.match(/id="path-1" value="1" checked/g)).toHaveLength(1);
    expect(whole).toContain('<label for="path-7">noise</label>');
    expect(whole.match(/class="path-data"/g)).toHaveLength(7);
  });

  it("numbers of the table are those of the run", () => {
    const { metrics } = task.attempt.paths[2] ?? { metrics: null };
    expect(whole).toContain(`<td data-v="${Number(metrics?.totalReturn?.toPrecision(6))}">`);
    expect(whole).toContain(`<td data-v="${Number(metrics?.sharpe?.toPrecision(6))}">`);
  });

  it("every term links to an entry of the glossary", () => {
    for (const [, name] of whole.matchAll(/href="#(term-\w+)"/g)) expect(whole).toContain(`id="${name}"`);
  });

  it("pictures leave no style sheet, NaN or undefined", () => {
    const pictures = whole.match(/<svg[\s\S]*?<\/svg>/g)?.join("") ?? "";
    expect(pictures.length).toBeGreaterThan(100_000);
    expect(pictures).not.toMatch(/<style|NaN|undefined|Infinity/);
  });

  it("no null, NaN, undefined or open placeholder stands in the text", () => {
    for (const record of [task.attempt, ...attempts]) {
      expect(words(pageOf(record, markets, task.answers))).not.toMatch(/\b(null|NaN|undefined|Infinity)\b|\{\w+\}/);
    }
  });

  it("says in Chinese all that it says in English", () => {
    const english = Array.from(whole.matchAll(/<span class="en" lang="en">/g)).length;
    expect(Array.from(whole.matchAll(/<span class="zh" lang="zh">/g)).length).toBe(english);
    expect(english).toBeGreaterThan(200);
  });

  it("8 paths of 1,000 bars with all their data stay below 900 kB", () => {
    const long = scoredTask({}, { warmupBars: 250, scoredBars: 750 });
    const text = pageOf(long.attempt, long.paths.map(pathMarket), long.answers);
    expect((text.length * 8) / 7).toBeLessThan(900_000);
  });

  it("stages that were passed are told from the one that ended it", () => {
    expect(whole.match(/<li class="past"/g)?.length).toBe(10);
    const failed = pageOf(attempts[2] ?? attempt());
    expect(failed.match(/<li class="past"/g)?.length).toBe(2);
    expect(failed.match(/<li class="end"/g)?.length).toBe(1);
  });

  it("a type error stands under its line, and the line stands in the verdict", () => {
    const text = pageOf(attempts[2] ?? attempt());
    expect(text).toMatch(
      /<li id="L2" data-n="2" class="at">.*<\/li><li class="note">TS2551, .*Property &#39;closes&#39;/,
    );
    expect(text).toMatch(/class="code excerpt".*<li data-n="2" class="at">/);
    expect(text).toContain('<a href="#L2">');
  });

  it("an error names its line at the end of its message; lines beyond the code are not shown", () => {
    const failure = (message: string): Attempt =>
      failedAttempt({ stage: "run", failure: { stage: "run", kind: "run-error", message } });
    expect(pageOf(failure("line 2 of it went wrong (line 1)"))).toContain('<a href="#L1">');
    expect(pageOf(failure("it went wrong (line 99)"))).not.toContain("code excerpt");
  });

  it("draws the bar at which a program looked ahead, with the cut", () => {
    const offence = { path: "p2", probe: "scramble", cutBar: 111, firstOffendingBar: 104 } as const;
    const record = attempt({
      paths: task.attempt.paths,
      failure: { stage: "look-ahead", kind: "look-ahead", message: "It depends on the future." },
      stage: "look-ahead",
      lookAhead: { probes: 9, offence },
      utility: null,
    });
    const text = pageOf(record, markets, task.answers);
    expect(text).toContain("Path p2: price and target around bar 104, the cut after bar 111");
    expect(words(text)).toContain("What the probe answered instead is not stored");
    expect(text).toContain("enters no score");
  });

  it("unfaithful: fails at the last stage, and draws the first difference with what was wanted", () => {
    const record = attempt({
      track: "implement",
      utility: null,
      failure: { stage: "scored", kind: "unfaithful", message: "0 of 2 paths equal the reference" },
      fidelity: {
        pass: false,
        pathsEqual: 0,
        paths: 2,
        firstDifference: { path: "p1", bar: 139, wanted: 1, given: null },
      },
    });
    const text = pageOf(record, markets, task.answers);
    expect(words(text)).toContain("p1, bar 139");
    expect(text).toContain("Path p1: price and target around bar 139, where it differs from the reference first");
    expect(text.match(/<li class="past"/g)?.length).toBe(9);
  });

  it("a speed task shows its three CPU times", () => {
    const speed = { starterMs: 100, referenceMs: 10, programMs: 20, score: 0.7 };
    const text = pageOf(attempt({ track: "speed", utility: null, speed }));
    expect(text).toContain("Faithful: 5.0 times as fast as the starter");
    expect(words(text)).toContain("CPU time, reference");
  });

  it("ruin is drawn, not a fault", () => {
    const stored = storedPath("p1");
    const leap = (column: readonly number[]): number[] => column.map((price, t) => (t > 200 ? price * 10 : price));
    const { open, high, low, close } = stored;
    const up = { ...stored, open: leap(open), high: leap(high), low: leap(low), close: leap(close) };
    const short = [{ path: "p1", target: close.map(() => -1) }];
    const text = pageOf(attempt(), [pathMarket(up)], short);
    expect(words(text)).toContain("ruin");
    expect(text.match(/<svg[\s\S]*?<\/svg>/g)?.join("")).not.toContain("NaN");
  });

  it("a program that never trades has pictures without trades", () => {
    const idle = task.paths.map(({ path, close }) => ({ path, target: close.map(() => 0) }));
    const text = pageOf(task.attempt, markets, idle);
    expect(text).toContain("It never holds a position.");
    expect(text).not.toContain("Adverse and favourable excursions");
  });

  it("a run without bars says so instead of drawing", () => {
    expect(words(pageOf(attempt()))).toContain("nothing can be drawn");
  });

  it("a reply of 5 MB and a line of 1 MB stay a small page", () => {
    const reply = attempt().reply as NonNullable<Attempt["reply"]>;
    const text = pageOf(
      failedAttempt({
        code: `const a = "${"y".repeat(1_000_000)}";`,
        reply: { ...reply, text: "<".repeat(5_000_000) },
      }),
    );
    expect(text.length).toBeLessThan(600_000);
    expect(text).toContain("more characters are not shown");
  });

  it("what a model wrote is text wherever it stands", () => {
    const failure = { stage: "scored", kind: "unfaithful", message: hostileText } as const;
    const text = pageOf(
      attempt({ ...attempts[3], paths: task.attempt.paths.map((path) => ({ ...path, symbol: hostileText })), failure }),
      markets,
      task.answers.map((answer) => ({ ...answer })),
    );
    expect(text).not.toMatch(/<script>document|<img|onload="|\u202e/);
    expect(text.includes("\0")).toBe(false);
    expect(text).toContain("⟨U+202E⟩");
  });
});

describe("codeTokens", () => {
  it("loses no text, whatever the code", () => {
    const code = "const a = `x\n$`; /* two\nlines */ return 'un\nended // no\n\"\\";
    expect(
      codeTokens(code)
        .map((line) => line.map((token) => token.text).join(""))
        .join("\n"),
    ).toBe(code);
  });

  it("colours keyword, string, number and comment", () => {
    expect(codeTokens('const a1 = "b"; // c\n2')).toEqual([
      [
        { kind: "k", text: "const" },
        { kind: null, text: " a1 = " },
        { kind: "s", text: '"b"' },
        { kind: null, text: "; " },
        { kind: "c", text: "// c" },
      ],
      [{ kind: "n", text: "2" }],
    ]);
  });
});
