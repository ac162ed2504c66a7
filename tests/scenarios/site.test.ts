import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportCommand } from "../../src/cli/commands/report.ts";
import { rankRun } from "../../src/cli/run/finish-run.ts";
import { hideMachine } from "../../src/cli/site/public-run.ts";
import type { Attempt } from "../../src/core/attempt.ts";
import { UserError } from "../../src/core/failure.ts";
import { builtInModel, type Model } from "../../src/core/model.ts";
import { attempt, failedAttempt } from "../report/records.ts";
import { runCommand } from "./run-command.ts";
import { type StoredRun, storedRun, storeRun } from "./stored-run.ts";

const folder = mkdtempSync(join(tmpdir(), "walkforward-site-"));
const reports = join(folder, "reports");
const site = join(folder, "site");
const key = "sk-0123456789abcdef";

const vendor: Model = {
  ...builtInModel("vendor/b", { kind: "replay", source: "" }),
  provider: {
    kind: "openai",
    baseUrl: "http://gpu7.internal:8080/v1",
    api: "chat",
    keyVariable: "VENDOR_SIGN_IN",
    modelName: "b",
    concurrency: 1,
    timeoutMs: 1000,
    maxRetries: 0,
  },
  openWeights: true,
  parametersB: { total: 7, active: 7 },
  tags: ["chat"],
};

/** A run by one model; all else as in the others. */
function runOf(
  run: string,
  models: readonly Model[],
  attempts: readonly Attempt[],
  seed = "1",
  suite = "try",
): StoredRun {
  const { manifest } = storedRun;
  const plan = { ...manifest.plan, seed, suite, quiz: { ...manifest.plan.quiz, questions: [] } };
  return {
    manifest: { ...manifest, run, plan, models, environment: { machine: "gpu7", commit: "abc1234567" } },
    attempts,
    answers: [],
  };
}

const fromB = { model: "vendor/b" };
const private_ = failedAttempt({
  ...fromB,
  attempt: 1,
  code: null,
  reply: null,
  score: null,
  notAttempted: "connect ECONNREFUSED 10.1.2.3:8080 at http://gpu7.internal:8080/v1/chat, see /var/log/gateway/a.log",
});
const reply = attempt().reply;
const leaky = attempt({ ...fromB, reply: reply && { ...reply, text: `You sent ${key} from ${folder}.` } });

const write = (options: readonly string[], out = site) =>
  runCommand(reportCommand, [...options, "--site", out], { env: { VENDOR_SIGN_IN: key }, cwd: folder });

beforeAll(async () => {
  await storeRun(join(reports, "a"), {
    ...storedRun,
    manifest: runOf("try-s1-00000000", storedRun.manifest.models, []).manifest,
    answers: [],
  });
  await storeRun(join(reports, "b"), runOf("try-s1-bbbbbbbb", [vendor], [leaky, private_]));
  await storeRun(join(reports, "c"), runOf("try-s2-cccccccc", [vendor], [attempt(fromB)], "2"));
  await storeRun(join(reports, "d"), runOf("other-s1-dddddddd", [vendor], [attempt(fromB)], "1", "other"));
  expect((await write([reports])).thrown).toBeUndefined();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();
const read = (name: string, dir = site): string => readFileSync(join(dir, name), "utf8");

describe("report --site", () => {
  it("has a leaderboard, a page of each other suite, and the pages of every run", () => {
    const names = files(site);
    expect(names.filter((name) => !name.startsWith("runs/"))).toEqual([
      "boards/other-0.1.html",
      "index.html",
      "site.json",
    ]);
    expect(readdirSync(join(site, "runs")).sort()).toEqual([
      "other-s1-dddddddd",
      "try-s1-00000000",
      "try-s1-bbbbbbbb",
      "try-s2-cccccccc",
    ]);
    expect(names).toContain("runs/try-s1-bbbbbbbb/strategies/vendor_b/design-one/en-0.html");
    expect(JSON.parse(read("site.json")).runs.length).toBe(4);
  });

  it("ranks together what asked the same, and lists the other apart with the reason", () => {
    const page = read("index.html");
    expect([...page.matchAll(/data-model="([^"]+)"/g)].map(([, model]) => model).sort()).toEqual([
      "baseline/cash",
      "hostile &lt;b&gt;",
      "model/a",
      "replay/careless",
      "vendor/b",
    ]);
    expect(page).toContain('data-open="true" data-params="7"');
    const apart = page.slice(page.indexOf('id="apart"'));
    expect(apart).toContain('href="runs/try-s2-cccccccc/index.html"');
    expect(apart).toMatch(/differs in: <span[^>]*>seed|differs in: seed/);
    expect(apart).toContain('href="boards/other-0.1.html"');
    expect(read("boards/other-0.1.html")).toContain('href="../runs/other-s1-dddddddd/index.html"');
  });

  it("every link is relative and leads to a file of the site", () => {
    let links = 0;
    for (const name of files(site).filter((file) => file.endsWith(".html"))) {
      for (const [, href = ""] of read(name).matchAll(/ href="([^"]*)"/g)) {
        if (href === "data:," || href.startsWith("#")) continue;
        expect(href).not.toMatch(/^\/|^\w+:/);
        const file = resolve(dirname(join(site, name)), href.split("#")[0] ?? "");
        expect(existsSync(file), `${name} → ${href}`).toBe(true);
        links++;
      }
    }
    expect(links).toBeGreaterThan(30);
  });

  it("nothing of the machine stands in it: no key, folder, address, host, commit", () => {
    for (const name of files(site)) {
      const text = read(name);
      for (const secret of [
        key,
        folder,
        "10.1.2.3",
        "gpu7",
        "8080",
        "/var/log",
        "VENDOR_SIGN_IN",
        "abc1234567",
        process.cwd(),
      ]) {
        expect(text.includes(secret), `${name}: ${secret}`).toBe(false);
      }
    }
    expect(read("runs/try-s1-bbbbbbbb/strategies/vendor_b/design-one/en-0.html")).toContain("You sent … from ….");
  });

  it("the same runs give the same bytes, and take the place of what was there", async () => {
    const before = files(site).map((name) => [name, read(name)]);
    writeFileSync(join(site, "left-over.html"), "");
    expect((await write([reports])).thrown).toBeUndefined();
    expect(files(site).map((name) => [name, read(name)])).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["reports", "site"]);
  });

  it("a run's pages are those of its own report", async () => {
    const { run, ranking } = await rankRun(join(reports, "a"));
    const { writeReport } = await import("../../src/cli/report/write-report.ts");
    const own = join(folder, "own");
    await writeReport(run, ranking, () => {}, own);
    const published = files(join(site, "runs/try-s1-00000000"));
    expect(published).toEqual(files(own));
    // What the world's messages say of the machine is left out of a site.
    const same = published.filter((name) => !read(name, own).includes("529"));
    expect(same.length).toBeGreaterThan(5);
    for (const name of same) expect(read(`runs/try-s1-00000000/${name}`) === read(name, own), name).toBe(true);
    rmSync(own, { recursive: true });
  });

  it("refuses a folder with other files, a folder of runs, a file, and what holds no run; nothing is lost", async () => {
    const mine = join(folder, "mine");
    mkdirSync(mine);
    writeFileSync(join(mine, "thesis.txt"), "years of work");
    const refused = [
      await write([reports], mine),
      await write([reports], reports),
      await write([reports], join(reports, "a")),
      await write([reports], join(mine, "thesis.txt")),
      await write([mine], join(folder, "new")),
      await runCommand(reportCommand, [join(reports, "a"), join(reports, "b")]),
    ];
    for (const { thrown } of refused) expect(thrown).toBeInstanceOf(UserError);
    expect(read("thesis.txt", mine)).toBe("years of work");
    expect(existsSync(join(reports, "a/run.json"))).toBe(true);
    rmSync(mine, { recursive: true });
  });

  it("a site that cannot be made leaves the one before", async () => {
    await storeRun(join(reports, "e"), runOf("try-s1-eeeeeeee", [vendor], [attempt(fromB)]));
    writeFileSync(join(reports, "e/curves/paths/design-one.json.gz"), "not gzip");
    const before = files(site);
    expect((await write([reports])).thrown).toBeInstanceOf(UserError);
    expect(files(site)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["reports", "site"]);
    rmSync(join(reports, "e"), { recursive: true });
  });

  it("runs named one by one in another order: the last has the word on a model", async () => {
    await storeRun(join(reports, "b2"), runOf("try-s1-bbbbbb02", [vendor], [attempt({ ...fromB, score: -0.5 })]));
    const out = join(folder, "ordered");
    await write([join(reports, "b2"), join(reports, "b"), join(reports, "b")], out);
    expect(JSON.parse(read("site.json", out)).runs).toEqual(["try-s1-bbbbbb02", "try-s1-bbbbbbbb"]);
    expect(read("index.html", out)).toContain('href="runs/try-s1-bbbbbbbb/models/vendor_b.html"');
    rmSync(out, { recursive: true });
    rmSync(join(reports, "b2"), { recursive: true });
  });
});

describe("hideMachine", () => {
  it.each([
    ["connect ECONNREFUSED 127.0.0.1:8080", "connect ECONNREFUSED …"],
    ["getaddrinfo ENOTFOUND api.corp.example", "getaddrinfo ENOTFOUND …"],
    ["POST https://user:pass@host.example/v1?key=1 failed", "POST https://… failed"],
    ["ENOENT: no such file, open '/home/al/keys.txt'", "ENOENT: no such file, open '…'"],
    ["C:\\Users\\al\\key.txt is locked", "… is locked"],
    ["refused by [fe80::1]:443", "refused by …"],
    ["localhost:11434 and box.local say 503", "… and … say 503"],
    ["429 Too Many Requests: 60/min, retry in 1.5 s", "429 Too Many Requests: 60/min, retry in 1.5 s"],
  ])("%s → %s", (text, hidden) => {
    expect(hideMachine(text)).toBe(hidden);
  });
});
