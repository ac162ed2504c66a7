import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportCommand } from "../../src/cli/commands/report.ts";
import { attempts } from "../report/records.ts";
import { runCommand } from "../scenarios/run-command.ts";
import { storedRun, storeRun } from "../scenarios/stored-run.ts";
import { type OpenRuns, openRuns } from "../web/open-runs.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present && process.env["CI"]) throw new Error(`no Chromium at ${executablePath}: set CHROMIUM_PATH`);
if (!present) console.warn(`the viewer is not tried in a browser: no Chromium at ${executablePath}, set CHROMIUM_PATH`);
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const sizes = [1440, 390] as const;
const themes = ["light", "dark"] as const;

describe.skipIf(!present)("the viewer in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-seen-"));
  const live = join(folder, "reports/live");
  let open: OpenRuns;
  let browser: Browser;
  let site = "";

  beforeAll(async () => {
    await storeRun(join(folder, "reports/whole"));
    await storeRun(live, { ...storedRun, attempts: attempts.slice(0, 2), answers: [] });
    writeFileSync(join(live, "run.lock"), `${process.pid}\n`);
    const made = await runCommand(reportCommand, [join(folder, "reports/whole"), "--site", join(folder, "site")]);
    expect(made.thrown).toBeUndefined();
    site = pathToFileURL(join(folder, "site/index.html")).href;
    open = await openRuns(join(folder, "reports"));
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(async () => {
    await browser?.close();
    await open?.viewer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page and what went wrong in it. */
  async function see(url: string, width: number, bypassCSP = false): Promise<{ page: Page; messages: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP });
    const page = await context.newPage();
    const messages: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(error.message));
    page.on("dialog", (dialog) => messages.push(dialog.message()));
    page.on("request", (request) => {
      const own = [open.viewer.url, "file:", "data:", "blob:"].some((start) => request.url().startsWith(start));
      if (!own) messages.push(`asks ${request.url()}`);
    });
    await page.goto(url);
    return { page, messages };
  }

  const cases = ["list", "live", "ranking", "leaderboard", "missing"].flatMap((name) =>
    sizes.flatMap((width) => themes.map((theme) => ({ name, width, theme }))),
  );
  const addressOf = (name: string): string => {
    const { url } = open.viewer;
    const places: Readonly<Record<string, string>> = {
      list: url,
      live: `${url}runs/live/`,
      ranking: `${url}runs/whole/`,
      leaderboard: site,
      missing: `${url}nothing`,
    };
    return places[name] ?? "";
  };

  it.each(cases)(
    "$name at $width px, $theme: no error, no request elsewhere, no overflow",
    async ({ name, width, theme }) => {
      const { page, messages } = await see(`${addressOf(name)}?theme=${theme}&lang=zh`, width);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await page.evaluate("document.documentElement.lang")).toBe("zh");
      expect(messages.filter((text) => name !== "missing" || !text.includes("404"))).toEqual([]);
      await page.context().close();
    },
  );

  it.each(["list", "live", "leaderboard", "missing"])("axe finds nothing wrong with the page: %s", async (name) => {
    for (const theme of themes) {
      const { page } = await see(`${addressOf(name)}?theme=${theme}`, 1440, true);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate("axe.run()")) as {
        violations: readonly { id: string; nodes: readonly { html: string }[] }[];
      };
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      await page.context().close();
    }
  });

  it("a page follows its run without being loaded anew, and opens the ranking when it is over", async () => {
    const { page, messages } = await see(`${open.viewer.url}runs/live/`, 1440);
    const list = await see(open.viewer.url, 1440);
    await page.evaluate("window.kept = true");
    const words = page.locator("#live-whole p .en");
    expect(await words.innerText()).toContain("2 of 10");
    await page.waitForTimeout(1500);
    appendFileSync(join(live, "attempts.jsonl"), `${JSON.stringify(attempts[2])}\n`);
    await page.locator("#live-whole", { hasText: "3 of 10" }).waitFor();
    await list.page.locator("#live-runs", { hasText: "3 / 10" }).waitFor();
    expect(await page.evaluate("window.kept")).toBe(true);
    rmSync(join(live, "run.lock"));
    await page.waitForURL("**/runs/live/index.html");
    await list.page.locator("#live-runs", { hasText: "running" }).waitFor({ state: "detached" });
    expect([...messages, ...list.messages]).toEqual([]);
    // What was sent with a 304 is not held against the page: styles and script of it work.
    await page.reload();
    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).toBe("1416px");
    expect(messages).toEqual([]);
    await page.context().close();
    await list.page.context().close();
  });

  it("keyboard: from the list through a run to an attempt, by Tab and Enter alone", async () => {
    const { page } = await see(open.viewer.url, 1440);
    await page.locator('a[href="runs/whole/"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/index.html");
    await page.locator('a[href^="strategies/model_a"]').first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/strategies/model_a/**");
    await page.context().close();
  });
});
