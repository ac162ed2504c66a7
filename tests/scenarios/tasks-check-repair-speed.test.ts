import { expect, it } from "vitest";
import { checkTracks } from "./tasks-check.ts";

it("all 3 repair and 3 speed tasks are accepted; the slow starters take 5 times the CPU time or more", async () => {
  const verdicts = await checkTracks("repair", "speed");
  expect(verdicts.map((verdict) => verdict.reasons)).toEqual(new Array(6).fill([]));
  const speedUps = verdicts.flatMap((verdict) => verdict.speedUp ?? []);
  expect(speedUps).toHaveLength(3);
  for (const speedUp of speedUps) expect(speedUp).toBeGreaterThanOrEqual(5);
}, 180_000);
