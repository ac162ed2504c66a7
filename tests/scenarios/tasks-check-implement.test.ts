import { expect, it } from "vitest";
import { checkTracks } from "./tasks-check.ts";

it("all 6 implement tasks are accepted, each with 3 mutants caught or more", async () => {
  const verdicts = await checkTracks("implement");
  expect(verdicts.map((verdict) => verdict.reasons)).toEqual(new Array(6).fill([]));
  for (const verdict of verdicts) expect(verdict.mutantsCaught).toBeGreaterThanOrEqual(3);
}, 180_000);
