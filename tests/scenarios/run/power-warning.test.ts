import { describe, expect, it } from "vitest";
import { cli } from "./cli.ts";

const dryRun = (task: string): ReturnType<typeof cli> =>
  cli(["run", "--dry-run", "--model", "baseline/cash", "--json", "--tasks", task]);

describe("walkforward run, before it asks", () => {
  it("says on stderr that a year of hours cannot tell a Sharpe difference of 1; stdout has only JSON", async () => {
    const { code, stdout, stderr } = await dryRun("design-hourly-crypto");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^power: the markets of 1 of 1 trading task are too short .* design-hourly-crypto \(2\.8\)/);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "dry-run" });
  });

  it("says nothing of forty years of an index", async () => {
    const { code, stderr } = await dryRun("design-trend-equity-index");
    expect(code).toBe(0);
    expect(stderr).not.toContain("power:");
  });
});
