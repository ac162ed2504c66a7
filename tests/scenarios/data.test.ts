import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { dataCommand } from "../../src/cli/commands/data.ts";
import type { Io } from "../../src/cli/io.ts";

const root = join(import.meta.dirname, "../..");
const cwd = mkdtempSync(join(tmpdir(), "data-"));
afterAll(() => rmSync(cwd, { recursive: true }));

/** Runs `walkforward data …` and gives what it printed. */
async function data(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const result = { out: "", err: "", code: 0 };
  const io: Io = {
    out: (text) => {
      result.out += text;
    },
    err: (text) => {
      result.err += text;
    },
    errStream: new PassThrough(),
    env: {},
    cwd,
    root,
    isTty: false,
    color: false,
    signal: new AbortController().signal,
    exit: (code) => {
      result.code = code;
    },
  };
  await dataCommand(io).parseAsync(args, { from: "user" });
  return result;
}

describe("data list", () => {
  it("shows every committed dataset with class, interval, bars and costs", async () => {
    const { out } = await data("list");
    expect(out).toContain("us-sp500-daily");
    expect(out).toContain("SPX 5105");
    expect(out.match(/synthetic/g)).toHaveLength(11);
  });

  it("--json prints one object and nothing else", async () => {
    const { out, err } = await data("list", "--json");
    const { datasets } = JSON.parse(out) as { datasets: { id: string; class: string; interval: string }[] };
    expect(err).toBe("");
    expect(datasets).toHaveLength(12);
    expect(datasets).toContainEqual(expect.objectContaining({ id: "syn-crypto-1h", class: "crypto", interval: "1h" }));
  });
});

describe("data check", () => {
  it("the committed datasets are sound", async () => {
    const { out, code } = await data("check", "--json");
    const { datasets } = JSON.parse(out) as { datasets: { ok: boolean; instruments: object[] }[] };
    expect(code).toBe(0);
    expect(datasets.map((dataset) => dataset.ok)).toEqual(Array(12).fill(true));
    const sp500 = datasets.at(-1)?.instruments[0];
    expect(sp500).toMatchObject({ bars: 5105, first: "2000-01-03", last: "2020-04-17", error: null });
    expect(sp500).toHaveProperty("largestMove", expect.closeTo(-0.1198, 4));
  });

  it("a changed file is an error and exit 3; the other datasets are checked all the same", async () => {
    cpSync(join(root, "market-data", "us-sp500-daily"), join(cwd, "spoiled", "us-sp500-daily"), { recursive: true });
    cpSync(join(root, "market-data", "syn-fx-daily"), join(cwd, "spoiled", "syn-fx-daily"), { recursive: true });
    appendFileSync(join(cwd, "spoiled", "syn-fx-daily", "syn.csv"), "2030-01-01,1,1,1,1,1\n");
    const { out, err, code } = await data("check", "--dir", "spoiled");
    expect(code).toBe(3);
    expect(out).toMatch(/syn-fx-daily .*error/);
    expect(out).toMatch(/us-sp500-daily .*ok/);
    expect(err).toMatch(/error: syn-fx-daily\/syn\.csv: the file has sha256/);
  });

  it("an unknown id is the user's fault, with the nearest one", async () => {
    await expect(data("check", "us-sp500")).rejects.toThrow(/no dataset "us-sp500"/);
    await expect(data("check", "syn-fx-dayly")).rejects.toThrow(/did you mean syn-fx-daily\?/);
  });
});

describe("data synth", () => {
  it("makes a dataset of a class, the same bytes each time, and it checks clean", async () => {
    const args = [
      "synth",
      "--class",
      "crypto",
      "--interval",
      "1h",
      "--bars",
      "300",
      "--seed",
      "7",
      "--id",
      "mine",
      "--dir",
      "made",
    ];
    const { out } = await data(...args, "--json");
    expect(JSON.parse(out)).toMatchObject({ id: "mine", bars: 300 });
    const csv = readFileSync(join(cwd, "made", "mine", "syn.csv"), "utf8");
    await data(...args);
    expect(readFileSync(join(cwd, "made", "mine", "syn.csv"), "utf8")).toBe(csv);
    expect((await data("check", "mine", "--dir", "made")).code).toBe(0);
  });

  it("never overwrites other data", async () => {
    await data("synth", "--class", "fx", "--bars", "200", "--id", "kept", "--dir", "made");
    const before = readFileSync(join(cwd, "made", "kept", "syn.csv"), "utf8");
    await expect(data("synth", "--class", "fx", "--bars", "201", "--id", "kept", "--dir", "made")).rejects.toThrow(
      /kept is there already/,
    );
    expect(readFileSync(join(cwd, "made", "kept", "syn.csv"), "utf8")).toBe(before);
  });

  it.each([
    [["--id", "syn-fx-dayly"], /did you mean syn-fx-daily\?/],
    [[], /no --class: give --class, or one of syn-equity-index-daily/],
    [["--class", "bonds"], /no synthetic market of class bonds, interval 1d: there are/],
    [["--class", "fx", "--interval", "5m"], /class fx, interval 5m/],
    [["--class", "fx", "--bars", "12.5"], /--bars "12.5": wanted a whole number from 100 to 1000000/],
    [["--class", "fx", "--bars", "99"], /--bars "99"/],
    [["--class", "fx", "--id", "../x"], /--id "\.\.\/x": wanted lower-case/],
  ])("%j is refused and nothing is written", async (args, message) => {
    await expect(data("synth", ...args, "--dir", "refused")).rejects.toThrow(message);
    expect(existsSync(join(cwd, "refused"))).toBe(false);
  });
});
