import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { DataPackage } from "../../src/core/market/data-package.ts";
import { sharedData, sharedMarkets, withoutSharedData } from "../adapters/market-data/shared-data.ts";
import { runData, yahooFile } from "./data-files.ts";
import { cli } from "./run/cli.ts";

const root = mkdtempSync(join(tmpdir(), "data-add-"));
afterAll(() => rmSync(root, { recursive: true }));
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(root, "case-"));
  writeFileSync(join(cwd, "^GSPC.csv"), yahooFile(400));
});
const add = (...args: string[]): ReturnType<typeof runData> => runData(cwd, "add", ...args, "--dir", "markets");
const stored = (id: string): DataPackage =>
  JSON.parse(readFileSync(join(cwd, "markets", id, "datapackage.json"), "utf8")) as DataPackage;
const files = (id: string): readonly string[] => readdirSync(join(cwd, "markets", id)).sort();

describe("data add", () => {
  it("writes canonical CSV, package and original, and shows on one screen what it understood", async () => {
    const { out, err, code, thrown } = await add("^GSPC.csv", "--id", "spx");
    expect([thrown, err, code]).toEqual([undefined, "", 0]);
    expect(files("spx")).toEqual(["datapackage.json", "gspc.csv", "gspc.original.gz"]);
    const [first, ...rest] = out.trimEnd().split("\n");
    expect(first).toBe("^GSPC.csv added as spx");
    expect(rest.length).toBeLessThan(40);
    expect(out).toMatch(/vendor {4}observed: Yahoo Finance/);
    expect(out).toMatch(/class {5}usual: equity-index \(\^GSPC is an index\)/);
    expect(out).toMatch(/⠀?[⣀⠉⠛]/);
    expect(out).toMatch(/volume [▁-█]/);
    expect(out).toMatch(/\nusable.*\nnext: walkforward backtest .* --market spx\n$/);
    const [resource] = stored("spx").resources;
    const csv = readFileSync(join(cwd, "markets", "spx", "gspc.csv"));
    expect(csv.toString()).toMatch(/^time,open,high,low,close,volume\n2000-01-03,/);
    expect(resource).toMatchObject({
      bytes: csv.length,
      hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
    });
    expect(resource?.walkforward).toMatchObject({ symbol: "^GSPC", bars: 400 });
    const original = gunzipSync(readFileSync(join(cwd, "markets", "spx", "gspc.original.gz")));
    expect(original.toString()).toBe(yahooFile(400));
    expect(resource?.walkforward.original).toEqual({
      name: "^GSPC.csv",
      path: "gspc.original.gz",
      bytes: original.length,
      sha256: createHash("sha256").update(original).digest("hex"),
      vendor: "yahoo",
    });
  });

  it("states the facts that are given, and for the rest what is usual of the class", async () => {
    await add(
      "^GSPC.csv",
      "--id",
      "given",
      "--class",
      "equity",
      "--symbol",
      "ABC",
      "--title",
      "T",
      "--licence",
      "CC0-1.0",
      ...[
        "--source",
        "S",
        "--fee-bps",
        "3",
        "--bars-per-year",
        "250",
        "--tick-size",
        "0.01",
        "--timezone",
        "America/New_York",
      ],
    );
    expect(stored("given")).toMatchObject({
      title: "T",
      licenses: [{ name: "CC0-1.0" }],
      sources: [{ title: "S" }],
      resources: [{ name: "abc" }],
      walkforward: {
        class: "equity",
        interval: "1d",
        timezone: "America/New_York",
        barsPerYear: 250,
        costs: { feeBps: 3, slippageBps: 2 },
        tickSize: 0.01,
        synthetic: false,
        fitForScoring: true,
      },
    });
  });

  it("a file with quoted and adjusted columns says which were taken; a split mended is an adjustment", async () => {
    const header = "date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor";
    const rows = yahooFile(400)
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line, t) => {
        const [date, ...cells] = line.split(",");
        const [o = 0, h = 0, l = 0, c = 0] = cells.slice(0, 4).map((cell) => Number(cell) * (t < 250 ? 4 : 1));
        const volume = 1000 * (t < 250 ? 1 : 4);
        const [ao, ah, al, ac] = cells;
        return [date, c, h, l, o, volume, ac, ah, al, ao, 4000, 0, t === 250 ? 4 : 1].join(",");
      });
    writeFileSync(join(cwd, "ABC.csv"), `${[header, ...rows].join("\n")}\n`);
    const refused = await add("ABC.csv", "--id", "abc", "--class", "equity");
    expect([refused.code, refused.out.replace(/\s+/g, " ")]).toEqual([
      3,
      expect.stringMatching(/prices observed: adjustment: none .*--repair-also split divides the prices before it/),
    ]);
    await add("ABC.csv", "--id", "abc", "--class", "equity", "--repair-also", "split");
    expect(stored("abc").walkforward.adjustment).toBe("splits");
    await add("ABC.csv", "--id", "abc", "--class", "equity", "--adjusted", "--replace");
    expect(stored("abc").walkforward.adjustment).toBe("splits-and-dividends");
  });

  it("a session without a named clock is a warning that names --timezone, kept with the dataset", async () => {
    const bars: string[] = ["date,open,high,low,close,volume"];
    for (let t = 0, day = Date.UTC(2024, 0, 8); t < 78 * 20; t++) {
      if (t > 0 && t % 78 === 0) day += new Date(day).getUTCDay() === 5 ? 3 * 86_400_000 : 86_400_000;
      const time = new Date(day + (570 + (t % 78) * 5) * 60_000).toISOString();
      const price = 100 + Math.sin(t / 9) + (t % 7) / 50;
      const cells = [price, price + 0.1, price - 0.1, price + 0.02].map((cell) => cell.toFixed(2));
      bars.push([`${time.slice(0, 10).replaceAll("-", "")}  ${time.slice(11, 19)}`, ...cells, 1000 + t].join(","));
    }
    writeFileSync(join(cwd, "ibkr.csv"), `${bars.join("\n")}\n`);
    const words = ({ out }: { out: string }): string => out.replace(/\s+/g, " ");
    const added = await add("ibkr.csv", "--id", "ibkr");
    expect(words(added)).toContain("--timezone America/New_York if its clock is that");
    expect(words(added)).toContain("usable, 1 warning (assumed-zone).");
    expect(stored("ibkr").walkforward).toMatchObject({ timezone: "UTC", timezoneAssumed: true });
    expect(words(await runData(cwd, "check", "ibkr", "--dir", "markets"))).toContain("1 warning (assumed-zone)");
    await add("ibkr.csv", "--id", "ibkr", "--timezone", "America/New_York", "--replace");
    expect(stored("ibkr").walkforward.timezoneAssumed).toBeUndefined();
  });

  it("--json prints one object: outcome, understanding, findings and the package as stored", async () => {
    const { out } = await add("^GSPC.csv", "--id", "spx", "--json");
    const facts = JSON.parse(out) as Record<string, unknown>;
    expect(facts).toMatchObject({
      outcome: "added",
      id: "spx",
      bars: 400,
      symbol: "^GSPC",
      understood: { vendor: { id: "yahoo" } },
    });
    expect(facts["package"]).toEqual(stored("spx"));
  });

  it("--html writes a page that needs no script and nothing from elsewhere", async () => {
    const { err } = await add("^GSPC.csv", "--id", "spx", "--html", "spx.html");
    expect(err).toBe("Page: spx.html\n");
    const page = readFileSync(join(cwd, "spx.html"), "utf8");
    expect(page).toContain("<svg");
    expect(page).toContain("Yahoo Finance");
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
  });
});

/** Row 200 without prices, row 300 twice. */
const spoiled = yahooFile(400, (lines) => [
  ...lines.slice(0, 200),
  `${lines[200]?.slice(0, 10)},null,null,null,null,null,null`,
  ...lines.slice(201, 301),
  ...lines.slice(300),
]);

describe("data add of a file with errors", () => {
  beforeEach(() => writeFileSync(join(cwd, "bad.csv"), spoiled));

  it("is refused with exit 3 and what mends it, and nothing is written", async () => {
    const { out, code } = await add("bad.csv", "--id", "bad");
    expect(code).toBe(3);
    expect(out).toMatch(/^bad\.csv refused, nothing was written for bad\n/);
    expect(out).toMatch(/error {3}missing-price {6}line 202/);
    expect(out).toMatch(/--repair\s+mends missing-price, duplicate-time/);
    expect(existsSync(join(cwd, "markets"))).toBe(false);
  });

  it("--repair mends it, says so in the package, and data check agrees", async () => {
    const { out, code } = await add("bad.csv", "--id", "bad", "--repair");
    expect(code).toBe(0);
    expect(out).toMatch(/mended {2}missing-price/);
    const [resource] = stored("bad").resources;
    expect(resource?.walkforward.bars).toBe(399);
    expect(resource?.walkforward.repairs?.map(({ rule }) => rule).sort()).toEqual(["duplicate-time", "missing-price"]);
    expect(stored("bad").walkforward.fitForScoring).toBe(true);
    expect((await runData(cwd, "check", "bad", "--dir", "markets")).code).toBe(0);
  });

  it("--allow-errors keeps what can be loaded, not fit for scoring", async () => {
    const { out, code } = await add("bad.csv", "--id", "bad", "--allow-errors");
    expect(code).toBe(0);
    expect(out).toMatch(/kept in spite of .*: not fit for scoring/);
    expect(stored("bad").walkforward.fitForScoring).toBe(false);
    expect(stored("bad").resources[0]?.walkforward.findings).toContainEqual({
      rule: "missing-price",
      level: "error",
      count: 1,
    });
  });
});

describe("data add to what is there", () => {
  beforeEach(async () => {
    await add("^GSPC.csv", "--id", "spx");
    writeFileSync(join(cwd, "longer.csv"), yahooFile(500));
  });

  it("an id that is taken is never overwritten: exit 2 by a UserError, before the file is read", async () => {
    const before = stored("spx");
    const { thrown } = await add("absent.csv", "--id", "spx");
    expect(String(thrown)).toMatch(/there is a dataset "spx" already .*--replace it, or --append/);
    expect(stored("spx")).toEqual(before);
  });

  it("--replace exchanges it; identical content is left as it is", async () => {
    const { out } = await add("longer.csv", "--id", "spx", "--replace", "--symbol", "^GSPC");
    expect(out).toMatch(/^longer\.csv replaces spx\n/);
    expect(files("spx")).toEqual(["datapackage.json", "gspc-2.csv", "gspc-2.original.gz"]);
    const before = readFileSync(join(cwd, "markets", "spx", "datapackage.json"), "utf8");
    const again = await add("longer.csv", "--id", "spx", "--replace", "--symbol", "^GSPC");
    expect(again.out).toMatch(/^longer\.csv is already, byte for byte, spx\n/);
    expect(readFileSync(join(cwd, "markets", "spx", "datapackage.json"), "utf8")).toBe(before);
    expect((await runData(cwd, "check", "spx", "--dir", "markets")).code).toBe(0);
  });

  it("--append adds an instrument to it, once, of the same class", async () => {
    const { out } = await add("longer.csv", "--id", "spx", "--append", "--symbol", "NEW", "--class", "equity-index");
    expect(out).toMatch(/^longer\.csv added to spx\/NEW\n/);
    expect(stored("spx").resources.map(({ walkforward }) => [walkforward.symbol, walkforward.bars])).toEqual([
      ["^GSPC", 400],
      ["NEW", 500],
    ]);
    expect((await runData(cwd, "check", "spx", "--dir", "markets")).out).toMatch(/NEW +│ ok/);
    const twice = await add("longer.csv", "--id", "spx", "--append", "--symbol", "NEW", "--class", "equity-index");
    expect(String(twice.thrown)).toMatch(/has an instrument NEW already/);
    const other = await add("longer.csv", "--id", "spx", "--append", "--symbol", "B", "--class", "crypto");
    expect(String(other.thrown)).toMatch(/spx is of class equity-index, B of class crypto/);
  });

  it.each([
    [["--id", "S P"], /--id "S P": wanted .*, e\.g\. s-p/],
    [["--id", "../x"], /--id "\.\.\/x"/],
    [["--id", "spy", "--append"], /no dataset "spy": did you mean spx\?/],
    [["--id", "x", "--interval", "day"], /--interval "day": wanted a number and m, h, d or w/],
    [["--id", "x", "--timezone", "America/NewYork"], /did you mean America\/New_York\?/],
    [["--id", "x", "--class", "equty"], /did you mean equity\?/],
    [["--id", "x", "--fee-bps", "-1"], /--fee-bps "-1": wanted 0 or more basis points/],
    [["--id", "x", "--day-first", "--month-first"], /wanted one of them/],
    [["--id", "x", "--symbol", "A B"], /--symbol "A B"/],
    [["--id", "x", "--decimal", ";"], /--decimal ";": wanted "\." or ","/],
    [["--id", "x", "--repair-also", "splits"], /--repair-also splits: .*did you mean split\?/],
  ])("%j is refused", async (args, message) => {
    const { thrown } = await add("^GSPC.csv", ...args);
    expect(String(thrown)).toMatch(message);
    expect(readdirSync(join(cwd, "markets"))).toEqual(["spx"]);
  });
});

describe("data add in processes of its own", () => {
  it("of two that add one id at once, one wins and the other is told", async () => {
    const results = await Promise.all(
      [1, 2].map(() => cli(["data", "add", "^GSPC.csv", "--id", "same", "--dir", "markets"], { cwd })),
    );
    expect(results.map(({ code }) => code).sort()).toEqual([0, 2]);
    expect(results.find(({ code }) => code === 2)?.stderr).toMatch(/there is a dataset "same" already/);
    expect(readdirSync(join(cwd, "markets"))).toEqual(["same"]);
    expect((await runData(cwd, "check", "same", "--dir", "markets")).code).toBe(0);
  });
});

describe.skipIf(withoutSharedData)("the nine clean real markets", () => {
  it.each(sharedMarkets())(
    "$file is added with its $rows bars, without a question",
    async ({ file, rows, first, last }) => {
      const { out, code, thrown } = await add(join(sharedData, file), "--id", "clean", "--json");
      expect([thrown, code]).toEqual([undefined, 0]);
      expect(JSON.parse(out)).toMatchObject({ outcome: "added", bars: rows });
      const csv = readFileSync(join(cwd, "markets", "clean", stored("clean").resources[0]?.path ?? ""), "utf8")
        .trimEnd()
        .split("\n");
      expect(csv[1]?.slice(0, 10)).toBe(first.slice(0, 10));
      expect(csv.at(-1)?.slice(0, 10)).toBe(last.slice(0, 10));
    },
  );
});
