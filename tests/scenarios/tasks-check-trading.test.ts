import { beforeAll, describe, expect, it } from "vitest";
import type { TaskVerdict } from "../../src/bench/check-task.ts";
import { checkTracks } from "./tasks-check.ts";

let verdicts: readonly TaskVerdict[];
beforeAll(async () => {
  verdicts = await checkTracks("design", "improve");
}, 180_000);

describe("design and improve tasks", () => {
  it("all 12 are accepted", () => {
    expect(verdicts.map((verdict) => verdict.reasons)).toEqual(new Array(12).fill([]));
  });

  it("every reference scores above the -0.5 of a program that never trades", () => {
    for (const { reference } of verdicts) expect(reference).toBeGreaterThan(-0.5);
  });

  it("every reference of an improve task scores above its starter", () => {
    const improve = verdicts.filter((verdict) => verdict.starter !== null);
    expect(improve).toHaveLength(3);
    for (const { reference, starter } of improve) expect(reference ?? -1).toBeGreaterThan(starter ?? 1);
  });
});
