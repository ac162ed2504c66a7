import { describe, expect, it } from "vitest";
import { checkBrief } from "../../../src/core/brief/check-brief.ts";
import { type Task, taskSpecSchema } from "../../../src/core/task.ts";

const spec = {
  id: "design-x",
  version: 1,
  track: "design",
  level: 1,
  title: { en: "X", zh: "某" },
  classes: ["fx"],
  interval: "1d",
  released: "2026-11-21",
  canary: "canary",
};

function task(changes: Record<string, unknown>, en: string, zh: string, starter: string | null = null): Task {
  const facts = taskSpecSchema.parse({ ...spec, ...changes });
  return { ...facts, brief: { en, zh }, reference: "", starter };
}

const implement = { id: "implement-x", track: "implement", parameters: ["20", "1.5"] };

describe("checkBrief", () => {
  it("a complete design brief has no findings", () => {
    expect(checkBrief(task({}, "Trade it.\n\n{{market}}", "交易。\n\n{{market}}"))).toEqual([]);
  });

  it("a parameter that is missing in one language is found, also as a part of another number", () => {
    const found = checkBrief(task(implement, "20 bars and 1.5", "120 根，1.55，20.1"));
    expect(found).toContain("brief.zh.md does not name the parameter 20");
    expect(found).toContain("brief.zh.md does not name the parameter 1.5");
    expect(found.filter((reason) => reason.startsWith("brief.en.md does not"))).toEqual([]);
  });

  it("a parameter at the end of a sentence counts", () => {
    expect(checkBrief(task(implement, "Use 1.5 and 20.", "用 1.5 和 20。"))).toEqual([]);
  });

  it("a number that stands in one language only is found", () => {
    const found = checkBrief(task(implement, "20 and 1.5 and 7", "20 和 1.5"));
    expect(found).toEqual(["brief.en.md has the number 7, brief.zh.md has not"]);
  });

  it("a missing, a doubled and an unknown placeholder are found", () => {
    const found = checkBrief(task({}, "Trade.", "交易。{{market}}{{market}}{{secret}}"));
    expect(found).toEqual([
      "brief.en.md must hold {{market}} exactly once",
      "brief.zh.md must hold {{market}} exactly once",
      "brief.zh.md holds {{secret}}, for which the design track has no use",
    ]);
  });

  it("an implement brief has no use for {{market}}, a repair brief needs {{starter}}", () => {
    const first = checkBrief(task({ ...implement, parameters: [] }, "{{market}}", "用{{market}}"));
    expect(first[0]).toBe("brief.en.md holds {{market}}, for which the implement track has no use");
    const repair = { id: "repair-x", track: "repair" };
    expect(checkBrief(task(repair, "Mend it.", "请修正。", "code"))).toHaveLength(2);
    expect(checkBrief(task(repair, "Mend it. {{starter}}", "请修正。{{starter}}", "code"))).toEqual([]);
  });

  it("a trading brief must state long-only, the drawdown limit and its own costs", () => {
    const limits = { mandate: { minTarget: 0, maxDrawdown: 0.2 }, costs: { feeBps: 2, slippageBps: 1 } };
    expect(checkBrief(task(limits, "{{market}}", "交易{{market}}"))).toHaveLength(6);
    const en = "Long-only, 20% at most, 3 basis points. {{market}}";
    expect(checkBrief(task(limits, en, "只做多，最多 20%，3 个基点。{{market}}"))).toEqual([]);
  });

  it("real names are found in both briefs and in the starter", () => {
    const found = checkBrief(
      task({ id: "repair-x", track: "repair" }, "TSLA {{starter}}", "标普 {{starter}}", "// 2008"),
    );
    expect(found).toEqual([
      "brief.en.md, line 1, names a real instrument: TSLA",
      "brief.zh.md, line 1, names a real instrument: 标普",
      "starter.ts, line 1, names a real date or year: 2008",
    ]);
  });

  it("briefs in the wrong language are found", () => {
    const found = checkBrief(task({}, "{{market}} 交易", "Trade {{market}}"));
    expect(found).toEqual(["brief.en.md holds Chinese characters", "brief.zh.md is not in Chinese"]);
  });
});
