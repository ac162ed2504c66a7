import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present && process.env["CI"]) throw new Error(`no Chromium at ${executablePath}: set CHROMIUM_PATH`);

const root = join(import.meta.dirname, "../..");
const example = join(root, "reports/example");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const made = mkdtempSync(join(tmpdir(), "walkforward-pages-"));

/** Pages of the committed example, and pages that two commands write. */
const pages = [
  ["ranking", join(example, "index.html")],
  ["strategy that was scored", join(example, "strategies/replay_able/design-trend-equity-index/en-0.html")],
  ["strategy that looks ahead", join(example, "strategies/replay_peeker/design-trend-equity-index/en-0.html")],
  ["task", join(example, "tasks/design-trend-equity-index.html")],
  ["back-test", join(made, "backtest.html")],
  ["market", join(made, "market.html")],
] as const;

const looks = [
  { width: 1440, scheme: "light", lang: "en" },
  { width: 390, scheme: "dark", lang: "zh" },
] as const;

const cases = pages.flatMap(([name, file]) => looks.map((look) => ({ name, file, ...look })));

describe.skipIf(!present)("pages of strategies and markets in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    const cli = (...args: string[]): unknown =>
      execFileSync(process.execPath, [join(root, "src/cli/main.ts"), ...args], { cwd: root, stdio: "pipe" });
    const strategy = "strategies/baselines/donchian-breakout.ts";
    cli("backtest", strategy, "--market", "us-sp500-daily", "--html", join(made, "backtest.html"));
    cli("data", "check", "us-sp500-daily", "--html", join(made, "market.html"));
    const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath, args });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(made, { recursive: true });
  });

  it.each(cases)(
    "$name at $width px, $scheme, $lang: silent, within its width, nothing for axe to find",
    async ({ file, width, scheme, lang }) => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => request.url().startsWith("file:") || said.push(request.url()));
      await page.goto(`${pathToFileURL(file).href}?lang=${lang}`);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      await page.evaluate(axe);
      const violations = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))",
      );
      await page.close();
      expect(violations).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(said.filter((one) => !one.startsWith("data:") && !one.startsWith("blob:"))).toEqual([]);
    },
  );

  it("a strategy's page is one file under 1.5 MB that opens its chart by a click", async () => {
    const [, [, file]] = pages;
    expect(readFileSync(file).length).toBeLessThan(1_500_000);
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.click(".explorer .open");
    expect(await page.locator(".explorer canvas").count()).toBeGreaterThan(4);
    expect(await page.locator(".explorer select option").count()).toBe(8);
    await page.close();
  });

  it("every term that a page explains has its entry, and a tip where it is pointed at", async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(pathToFileURL(pages[1][1]).href);
    const missing = await page.evaluate(
      "[...document.querySelectorAll('a.term')].filter((link) => !document.querySelector(link.hash)).map((link) => link.hash)",
    );
    expect(missing).toEqual([]);
    await page.locator("a.term").first().hover();
    expect((await page.locator("#tip").innerText()).length).toBeGreaterThan(20);
    await page.close();
  });
});
