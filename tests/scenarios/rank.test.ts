import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRunFolder } from "../../src/adapters/run-folder.ts";
import { compareCommand } from "../../src/cli/commands/compare.ts";
import { rankCommand } from "../../src/cli/commands/rank.ts";
import type { Io } from "../../src/cli/io.ts";
import { makeManifest } from "../core/ranking/make-manifest.ts";
import { makeAnswer, makeAttempt, names, notAttempted } from "../core/ranking/make-records.ts";

const tasks = names("design-x", 9);
const skill: Readonly<Record<string, number>> = { able: 0.5, middling: 0.1, "baseline/cash": -0.5 };
let dir = "";

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-rank-"));
  const manifest = makeManifest({ models: [...Object.keys(skill), "down"], tasks, templates: ["q-1", "q-2"] });
  const folder = openRunFolder(join(dir, "run"), manifest);
  for (const [i, task] of tasks.entries()) {
    for (const [model, score] of Object.entries(skill)) {
      await folder.addAttempt(makeAttempt(model, task, score + (i % 3) / 20));
    }
    await folder.addAttempt(i === 0 ? notAttempted(makeAttempt("down", task, 0)) : makeAttempt("down", task, 0.9));
  }
  for (const model of ["able", "middling", "down"]) {
    await folder.addAnswer(makeAnswer(model, "q-1", 1));
    await folder.addAnswer(makeAnswer(model, "q-2", model === "able" ? 1 : 0));
  }
  await folder.close();
  await openRunFolder(join(dir, "other"), makeManifest({ models: ["able"], tasks, seed: "2" })).close();
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function walkforward(command: (io: Io) => ReturnType<typeof rankCommand>, args: readonly string[]) {
  let out = "";
  let err = "";
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errStream: new PassThrough(),
    env: {},
    cwd: dir,
    root: dir,
    isTty: false,
    color: false,
    signal: new AbortController().signal,
    exit: () => undefined,
  };
  await command(io)
    .exitOverride()
    .parseAsync([...args], { from: "user" });
  return { out, err };
}

describe("walkforward rank", () => {
  test("prints one line a model, best first, with the reason why one is not ranked", async () => {
    const { out } = await walkforward(rankCommand, ["run"]);
    const rows = [...out.matchAll(/^ ?(?:\d+|–)(?: \([\d–]+\))? +(\S+)/gm)].map(([, model]) => model);
    expect(rows).toEqual(["able", "middling", "baseline/cash", "down"]);
    expect(out).toContain("Overall = 0.75·Trading + 0.25·Quiz");
    expect(out).toContain("Not ranked: down (incomplete: 1 attempt missing).");
    expect(out).not.toContain("engineering");
  });

  test("--json prints ranking.json and nothing else", async () => {
    const { out, err } = await walkforward(rankCommand, ["run", "--json"]);
    const ranking = JSON.parse(out) as { version: number; models: { model: string; rank: number | null }[] };
    expect(ranking.version).toBe(1);
    expect(ranking.models.map((row) => row.rank)).toEqual([1, 2, 3, null]);
    expect(err).toBe("");
  });

  test("--weights quiz=1 ranks by the quiz alone, and odd weights are refused", async () => {
    const { out } = await walkforward(rankCommand, ["run", "--weights", "quiz=3", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      weights: { trading: 0, quiz: 1, engineering: 0 },
      models: [{ model: "able", overall: 100, unranked: "fewer than 8 quiz templates" }, {}, {}, {}],
    });
    for (const bad of ["quiz=-1", "quiz", "luck=1", "trading=0", "quiz=x"]) {
      await expect(walkforward(rankCommand, ["run", "--weights", bad])).rejects.toThrow(/--weights wants/);
    }
  });

  test("--weights on nothing that the run has asked is refused, in --by as well", async () => {
    for (const more of [[], ["--by", "level"]]) {
      const asked = walkforward(rankCommand, ["run", "--weights", "engineering=1", ...more]);
      await expect(asked).rejects.toThrow(
        "--weights engineering=1 leaves nothing to rank by: the run has trading and quiz only.",
      );
    }
  });

  test("--by level prints a table for each level", async () => {
    const { out } = await walkforward(rankCommand, ["run", "--by", "level"]);
    expect(out).toMatch(/level 1\n[\s\S]*level 2\n/);
    const { out: json } = await walkforward(rankCommand, ["run", "--by", "level", "--json"]);
    expect(JSON.parse(json)).toMatchObject({ slices: [{ by: "level", value: "1" }, { value: "2" }] });
  });

  test("--csv writes a row for every attempt, --describe a table", async () => {
    const { err } = await walkforward(rankCommand, ["run", "--csv", "paths.csv", "--describe"]);
    expect(err).toContain("36 rows written to paths.csv");
    expect(readFileSync(join(dir, "paths.csv"), "utf8").trim().split("\n")).toHaveLength(37);
  });

  test("runs with different seeds are not mixed", async () => {
    await expect(walkforward(rankCommand, ["run", "other"])).rejects.toThrow(/differ in their seed/);
    await expect(walkforward(rankCommand, ["nowhere"])).rejects.toThrow(/not a run folder/);
  });
});

describe("walkforward compare", () => {
  test("prints every unit and the paired differences", async () => {
    const { out } = await walkforward(compareCommand, ["run", "--models", "able,middling"]);
    for (const text of [...tasks, "q-2", "overall", "95 % interval"]) expect(out).toContain(text);
  });

  test("--json gives the comparison: 20 points in Trading on 9 tasks", async () => {
    const { out } = await walkforward(compareCommand, ["run", "--models", "able, middling", "--json"]);
    const comparison = JSON.parse(out) as { trading: { value: number }; counts: unknown };
    expect(comparison.trading.value).toBeCloseTo(20, 10);
    expect(comparison.counts).toMatchObject({ trading: { a: 9, b: 0, equal: 0 }, quiz: { a: 1, b: 0, equal: 1 } });
  });

  test("one model, or a misspelt one, is refused with what to do", async () => {
    await expect(walkforward(compareCommand, ["run", "--models", "able"])).rejects.toThrow(/wants two models/);
    await expect(walkforward(compareCommand, ["run", "--models", "able,midling"])).rejects.toThrow(
      /Did you mean "middling"/,
    );
  });
});
