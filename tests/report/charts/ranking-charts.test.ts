import { describe, expect, it } from "vitest";
import { decadeTicks } from "../../../src/report/charts/decade-ticks.ts";
import { differenceBars } from "../../../src/report/charts/difference-bars.ts";
import { equityLines, lineLooks, lineStyle } from "../../../src/report/charts/equity-lines.ts";
import { intervalCell, intervalHead } from "../../../src/report/charts/interval-cell.ts";
import { latencyChart } from "../../../src/report/charts/latency-chart.ts";
import { mostWhiskers, scatterChart, shortName } from "../../../src/report/charts/scatter-chart.ts";
import { scoreChart } from "../../../src/report/charts/score-chart.ts";
import { type Html, html } from "../../../src/report/html.ts";
import { boardRanking } from "../board.ts";
import { goldenPicture } from "./golden-picture.ts";

const points = [
  { name: "cheap", x: 0.001, y: 40, interval: [35, 45] as const },
  { name: "good <b>", x: 0.02, y: 60, interval: [50, 70] as const },
  { name: "dear and bad", x: 0.5, y: 30, interval: null },
];

const scatter = (frontier: boolean): Html =>
  scatterChart({
    label: "scatter",
    points,
    levels: [
      { y: 48, name: "buy-and-hold", kind: "program", cut: true },
      { y: 47, name: "random", kind: "program", cut: false },
      { y: 50, name: "breaksEven", kind: "phrase", cut: true },
    ],
    x: { kind: "log", domain: [0.0005, 1], title: "priceAxis", format: (usd) => `$${usd}` },
    y: { domain: [20, 80], title: "tradingAxis", format: String },
    frontier,
  });

const looks = lineLooks([{ baseline: false }, { baseline: true }, { baseline: false }]);
const wave = (n: number, size: number): number[] => Array.from({ length: n }, (_, t) => 1 + size * Math.sin(t / 9));

const pictures: Readonly<Record<string, () => Html | null>> = {
  scores: () => scoreChart(boardRanking.models),
  scatter: () => scatter(true),
  latency: () => latencyChart([900, 1000, 1100, 2500, 40_000]),
  differences: () =>
    differenceBars(
      [
        { name: html`one`, value: 12 },
        { name: html`two`, value: -4 },
        { name: html`three`, value: 0 },
      ],
      { value: 2.7, standardError: 4, df: 2, interval: [-8, 13], p: 0.5 },
    ),
  "equity-lines": () =>
    equityLines(
      "p1",
      wave(100, 0.1).map((value) => 50 * value),
      looks.map((look, i) => ({ look, equity: wave(100, 0.05 * (i + 1)) })),
    ),
};

describe("pictures of the ranking", () => {
  it.each(Object.keys(pictures))("%s is drawn as it was", async (name) => {
    const picture = pictures[name]?.() ?? null;
    if (picture === null) throw new Error(`no picture ${name}`);
    await expect(goldenPicture(picture)).toMatchFileSnapshot(`../golden/${name}.svg`);
  });

  it("names are escaped, and the frontier is drawn only where it is asked for", () => {
    expect(scatter(true).text).toContain("good &lt;b&gt;");
    expect(scatter(true).text).toContain('stroke="var(--position)"');
    expect(scatter(false).text).not.toContain('stroke="var(--position)"');
  });

  it(`more than ${mostWhiskers} models have no whiskers`, () => {
    const many = Array.from({ length: mostWhiskers + 1 }, (_, i) => ({
      name: `m${i}`,
      x: i,
      y: i,
      interval: [i - 1, i + 1] as const,
    }));
    const drawn = (points: typeof many): number =>
      scatterChart({
        label: "",
        points,
        levels: [],
        x: { kind: "linear", domain: [0, 20], title: "quizAxis", format: String },
        y: { domain: [-1, 20], title: "tradingAxis", format: String },
        frontier: false,
      }).text.match(/stroke="var\(--market\)"/g)?.length ?? 0;
    expect(drawn(many)).toBe(0);
    expect(drawn(many.slice(0, mostWhiskers))).toBe(mostWhiskers);
  });

  it("nothing traded has no picture of Trading, and no call none of latency", () => {
    expect(scoreChart(boardRanking.models.map((row) => ({ ...row, trading: null })))).toBeNull();
    expect(latencyChart([0, 0])).toBeNull();
  });

  it("the key brings out one line: every program has a rule of its own", () => {
    const rules = lineStyle([{ baseline: false }, { baseline: true }]);
    expect(rules).toContain(
      "--line-0:var(--fade,light-dark(#0072b2,#56b4e9));--line-1:var(--fade,light-dark(#8a9099,#89909a))",
    );
    expect(rules).toContain(".lines:has(#line-1:checked){");
  });

  it("eight models differ in colour or dash, and baselines are thin", () => {
    const many = lineLooks(Array.from({ length: 28 }, () => ({ baseline: false })));
    const colors = lineStyle(Array.from({ length: 28 }, () => ({ baseline: false }))).match(
      /(?<=var\(--fade,)[^;}]+\)/g,
    );
    expect(new Set(many.map((look, i) => `${colors?.[i]} ${look.dash}`)).size).toBe(28);
    expect(looks[1]?.width).toBeLessThan(looks[0]?.width ?? 0);
  });
});

describe("intervalCell", () => {
  const axis = { domain: [0, 100] as const, ticks: [0, 100], width: 112 };
  it("draws 50 in the middle, and what lies beyond the axis at its end", () => {
    expect(intervalCell(axis, { value: 50, interval: [-20, 75], hollow: false }).text).toContain(
      '<path d="M6,10H81" stroke="var(--strategy)" stroke-width="1.6"/><circle cx="56"',
    );
  });
  it("heads its column with the numbers of the axis", () => {
    expect(intervalHead(axis, String).text).toMatch(/x="6"[^>]*>0<.*x="106"[^>]*>100</);
  });
});

describe("decadeTicks", () => {
  it.each([
    [0.3, 8, [0.5, 1, 2, 5]],
    [0.001, 20, [0.001, 0.01, 0.1, 1, 10]],
  ])("from %d to %d are %j", (low, high, ticks) => {
    expect(decadeTicks(low, high)).toEqual(ticks);
  });
});

describe("shortName", () => {
  it("cuts by characters, not by halves of them", () => {
    expect(shortName("𝒜𝒷𝒸𝒹", 3)).toBe("𝒜𝒷…");
    expect(shortName("abc", 3)).toBe("abc");
  });
});
