import { describe, expect, it } from "vitest";
import { summary } from "../../../src/cli/data/summary.ts";
import { findingLines } from "../../../src/cli/data/summary-findings.ts";
import { cutLine, hangLine } from "../../../src/cli/data/summary-line.ts";
import { verdict } from "../../../src/cli/data/summary-verdict.ts";
import { terminalSize } from "../../../src/cli/data/terminal-size.ts";
import { rulesOfLint } from "../../../src/core/market/lint.ts";
import type { FindingLevel, MarketFinding } from "../../../src/core/market/market-finding.ts";
import { randomMarket } from "../../core/paths/random-market.ts";

function finding(rule: string, level: FindingLevel, line: number, repairable = false): MarketFinding {
  const found = `what ${rule} found, in rather many words so that the line is long`;
  return {
    rule,
    level,
    row: line - 2,
    line,
    time: Date.UTC(2020, 0, 1),
    count: 3,
    rows: [],
    found,
    advice: `mend ${rule}`,
    repairable,
  };
}

const few = [
  finding("split", "error", 12),
  finding("gap", "warning", 20),
  finding("gap", "warning", 30),
  finding("few-bars", "note", 2),
];

describe("findingLines", () => {
  it("counts levels, groups by rule, and says what to do under errors and warnings", () => {
    expect(findingLines(few, 40, 200)).toEqual([
      "findings: 1 error, 2 warnings, 1 note",
      "  error   split              line 12, 2020-01-01: what split found, in rather many words so that the line is long",
      "                             → mend split",
      "  warning gap                2 × (6 bars), first line 20, 2020-01-01: what gap found, in rather many words so that the line is long",
      "                             → mend gap",
      "  note    few-bars           line 2, 2020-01-01: what few-bars found, in rather many words so that the line is long",
    ]);
  });

  it("takes at most the lines it is given, or those of one rule, at most the columns wide, and says how many rules are left out", () => {
    const many = Array.from({ length: 30 }, (_, i) => finding(`rule-${i}`, "warning", i + 2));
    for (const lines of [3, 5, 10, 31, 61, 100]) {
      const shown = findingLines(many, lines, 80);
      expect(shown.length).toBeLessThanOrEqual(Math.max(5, lines));
      expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    expect(findingLines(many, 11, 80).at(-1)).toBe("  … and 27 more rules: --json lists every finding");
  });

  it("cuts nothing: what is found and what to do stand to their last word, on fewer rules", () => {
    const many = Array.from({ length: 9 }, (_, i) => finding(`rule-${i}`, "warning", i + 2));
    const words = findingLines(many, 11, 80).join(" ").replace(/\s+/g, " ");
    expect(words).not.toMatch(/…(?! and 6 more rules)/);
    for (const rule of ["rule-0", "rule-2"]) expect(words).toContain(`so that the line is long → mend ${rule}`);
  });

  it("notes are named only where there is no room for more", () => {
    const lines = findingLines([...few, finding("missing-volume", "note", 3)], 10, 80);
    expect(lines.at(-1)).toBe("  note    few-bars, missing-volume");
    expect(lines).toHaveLength(9);
  });

  it("nothing found is no line", () => {
    expect(findingLines([], 10, 80)).toEqual([]);
  });
});

describe("verdict", () => {
  const input = { repair: "--repair", errorsAllowed: false };

  it.each([
    [[], "usable, nothing to worry about."],
    [few.slice(3), "usable, nothing to worry about."],
    [few.slice(1), "usable, 2 warnings (gap)."],
    [[finding("unsorted", "error", 3, true)], "cannot be used as it is: 1 error (unsorted). --repair mends unsorted."],
    [[finding("odd", "error", 3)], "cannot be used as it is: 1 error (odd). odd: mend odd"],
  ])("of %j: %s", (findings, text) => {
    expect(verdict({ ...input, findings })).toBe(text);
  });

  it("an error that is mended on request says so in its advice, which names the option and the rule", () => {
    expect(verdict({ ...input, findings: few })).toMatch(/ split: mend split$/);
    for (const { id, repair, advice } of rulesOfLint) {
      if (repair === "on request") expect(advice).toContain(`--repair-also ${id} `);
      if (repair === "safe") expect(advice).toMatch(/^--repair [a-z]/);
    }
  });

  it("errors that are allowed are kept in mind", () => {
    expect(verdict({ ...input, findings: few, errorsAllowed: true })).toBe(
      "kept in spite of 1 error (split): not fit for scoring.",
    );
  });
});

describe("summary", () => {
  const market = {
    heading: "market.csv added as market",
    facts: [],
    understood: Array.from({ length: 20 }, (_, i) => ({
      name: `choice ${i}`,
      value: "a value ".repeat(9),
      known: "observed",
    })),
    bars: randomMarket("summary", 1000),
    findings: Array.from({ length: 30 }, (_, i) => finding(`rule-${i}`, "warning", i + 2)),
    repairs: Array.from({ length: 9 }, () => ({
      rule: "gap",
      done: "much ".repeat(30),
      count: 1,
      lines: [1],
      changes: [],
    })),
    power: ["power: a line that says what the market can tell of strategies, and more", "  and another of them"],
    verdict: "usable, 30 warnings.",
    next: "walkforward backtest",
  };

  it.each([60, 80, 120])("fits 40 lines of %i columns, whatever was understood, found and mended", (columns) => {
    const lines = summary(market, { columns, unicode: true }).trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(lines.at(-1)).toBe("next: walkforward backtest");
  });

  it("a choice that was assumed, a note and what was left out are never cut, whatever the room", () => {
    const value = `${"many words ".repeat(12)}--the-option`;
    const understood = [
      ...market.understood,
      ...["assumed", ""].map((known) => ({ name: known === "" ? "note" : "clock", value, known })),
      { name: "left out", value, known: "" },
    ];
    const text = summary({ ...market, understood }, { columns: 80, unicode: true });
    expect(text.match(/--the-option$/gm)).toHaveLength(3);
    expect(text).toContain("… and 11 more: --json");
  });

  it("says nothing in vain where little was found, and cuts nothing", () => {
    const text = summary(
      { ...market, understood: market.understood.slice(0, 2), findings: [], repairs: [] },
      { columns: 80, unicode: false },
    );
    expect(text).not.toContain("…");
    expect(text).not.toContain("findings");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
    expect(text).toMatch(/^[\x00-\x7f]*$/);
  });

  it("bars that cannot be read leave heading, verdict and findings", () => {
    const text = summary(
      { ...market, understood: [], bars: null, findings: [], repairs: [], power: [], next: null },
      { columns: 80, unicode: true },
    );
    expect(text).toBe("market.csv added as market\nusable, 30 warnings.\n");
  });
});

describe("lines of the terminal", () => {
  it("cut with … or hung under their first words", () => {
    expect(cutLine("abcdef", 6)).toBe("abcdef");
    expect(cutLine("abcdefg", 6)).toBe("abcde…");
    expect(hangLine("key  one two three four five six seven", 30, 5)).toEqual([
      "key  one two three four five",
      "     six seven",
    ]);
  });

  it.each([
    [{}, undefined, { columns: 80, unicode: true }],
    [{ LANG: "de_DE.UTF-8" }, 100, { columns: 100, unicode: true }],
    [{ LANG: "de_DE.UTF-8", LC_ALL: "C" }, 300, { columns: 120, unicode: false }],
    [{ TERM: "linux" }, 10, { columns: 40, unicode: false }],
  ])("%j with %s columns", (env, columns, size) => {
    expect(terminalSize({ env, ...(columns === undefined ? {} : { columns }) })).toEqual(size);
  });
});
