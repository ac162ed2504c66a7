import { describe, expect, it } from "vitest";
import { codeTokens } from "../../src/report/attempt/code-tokens.ts";
import { verdict } from "../../src/report/attempt/verdict.ts";
import { attemptPage } from "../../src/report/attempt-page.ts";
import { attempt, attempts, failedAttempt, pathScore } from "./records.ts";

const curve = (path: string): { path: string; equity: number[]; position: number[] } => ({
  path,
  equity: [1, 1.02, 1.05, 1, 1.1],
  position: [0, 1, 1, 0.5, 0.5],
});

function pageOf(record: ReturnType<typeof attempt>): string {
  return attemptPage({
    attempt: record,
    run: "try-s1-00000000",
    benchmark: "0.1",
    curves: record.paths.map((path) => curve(path.path)),
    closes: [{ path: "p1", close: [10, 11, 12, 11, 12] }],
    home: "../../../index.html",
    codeFile: record.code === null ? null : "en-0.ts",
  });
}

const market = new Map([["p1", 0.2]]);

describe("verdict", () => {
  it("a scored attempt: U, and its mean return beside buying and holding", () => {
    expect(verdict(attempt(), market).sentence).toBe(
      "Scored U = +0.31: better than holding cash. Mean return over 2 paths 20.0\u00a0%, buying and holding 20.0\u00a0%.",
    );
  });

  it("looking ahead: path, bar and cut in words", () => {
    expect(verdict(attempts[1] ?? attempt(), market).sentence).toBe(
      "Looks ahead: on path p2 the target of bar 412 changes when bars after 411 are altered.",
    );
  });

  it("failing on all paths is a failure, with the first one's words", () => {
    const failure = { stage: "trades", kind: "mandate-breach", message: "Drawdown reached 30.0 %" } as const;
    const paths = [pathScore("p1", { failure, metrics: null, stats: null })];
    const utility = { value: -1, growth: 0, sharpe: 0, drawdown: 0, activity: 0, errors: 1 };
    expect(verdict(attempt({ paths, utility }), market)).toEqual({
      tone: "bad",
      sentence: "Failed on all 1 path (mandate-breach): U = −1.00.",
      detail: "Drawdown reached 30.0 %",
    });
  });

  it("what the world failed does not count against the model", () => {
    expect(verdict(attempts[4] ?? attempt(), market).sentence).toMatch(/^Not attempted: .*does not count/);
  });
});

describe("attempt page", () => {
  it("has a chart for every path with a curve, and stages that were passed", () => {
    const text = pageOf(attempt());
    expect(text.match(/<svg class="plot" role="img"/g)?.length).toBe(2);
    expect(text.match(/<li class="past"/g)?.length).toBe(10);
  });

  it("charts are drawn in the colours of the page, and leave no style sheet or NaN", () => {
    const pictures =
      pageOf(attempt())
        .match(/<svg[\s\S]*?<\/svg>/g)
        ?.join("") ?? "";
    for (const name of ["strategy", "market", "loss", "position"]) expect(pictures).toContain(`var(--${name})`);
    expect(pictures).not.toMatch(/<style|NaN|undefined|Infinity/);
  });

  it("metrics that do not exist are a dash: no null, NaN or undefined stands in the text", () => {
    const text = pageOf(attempt()).replace(/<(style|svg|pre)[\s\S]*?<\/\1>/g, "");
    expect(text).toContain("<td>–</td>");
    expect(text.replace(/<[^>]*>/g, " ")).not.toMatch(/\b(null|NaN|undefined|Infinity)\b/);
  });

  it("a type error stands under its line", () => {
    expect(pageOf(attempts[2] ?? attempt())).toMatch(
      /<li data-n="2" class="at">.*<\/li><li class="note">TS2551, column 7: Property &#39;closes&#39;/,
    );
  });

  it("unfaithful: fails at the last stage, and shows the first difference", () => {
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
    const text = pageOf(record);
    expect(text).toContain("<dd>p1, bar 139</dd>");
    expect(text.match(/<li class="past"/g)?.length).toBe(9);
    expect(text).toContain("✕ scored");
  });

  it("a speed task shows its three CPU times", () => {
    const speed = { starterMs: 100, referenceMs: 10, programMs: 20, score: 0.7 };
    const text = pageOf(attempt({ track: "speed", utility: null, speed }));
    expect(text).toContain("Faithful: 5.0 times as fast as the starter");
    expect(text).toContain("CPU time, reference");
  });

  it("ruin is drawn, not a fault: equity of 0 from bar 2 on", () => {
    const ruined = { path: "p1", equity: [1, 0.5, 0, 0, 0], position: [1, 1, 0, 0, 0] };
    const text = attemptPage({
      attempt: attempt(),
      run: "r",
      benchmark: "0.1",
      curves: [ruined],
      closes: [],
      home: "",
      codeFile: null,
    });
    expect(text.match(/<svg[\s\S]*?<\/svg>/g)?.join("")).not.toContain("NaN");
  });

  it("a reply of 5 MB and a line of 1 MB stay a small page", () => {
    const text = pageOf(
      failedAttempt({
        code: `const a = "${"y".repeat(1_000_000)}";`,
        reply: {
          ...(attempt().reply as NonNullable<ReturnType<typeof attempt>["reply"]>),
          text: "<".repeat(5_000_000),
        },
      }),
    );
    expect(text.length).toBeLessThan(600_000);
    expect(text).toContain("more characters are not shown");
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
