import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderName } from "../../src/adapters/run-folder/file-names.ts";
import { writeReport } from "../../src/cli/report/write-report.ts";
import { attempts, manifest, ranking } from "../report/records.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present && process.env["CI"]) throw new Error(`no Chromium at ${executablePath}: set CHROMIUM_PATH`);
if (!present) console.warn(`pages are not tried in a browser: no Chromium at ${executablePath}, set CHROMIUM_PATH`);

const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
const pages = [
  ["ranking", "index.html"],
  ["scored", "strategies/model_a/design-one/en-0.html"],
  ["look-ahead", "strategies/baseline_cash/design-one/en-0.html"],
  ["type error", "strategies/replay_careless/design-one/en-0.html"],
  ["hostile", `strategies/${folderName("hostile <b>")}/design-one/en-0.html`],
] as const;
const sizes = [1440, 390] as const;
const schemes = ["light", "dark"] as const;

/** Runs in the page: text wider than the window, and the lowest contrast of text against what it stands on. */
function examine(): { overflow: number; title: string; contrast: number; where: string } {
  const { document, getComputedStyle, innerWidth } = globalThis as unknown as {
    document: {
      title: string;
      documentElement: { scrollWidth: number };
      querySelectorAll(all: string): Iterable<Element>;
    };
    getComputedStyle(of: Element): { color: string; backgroundColor: string; visibility: string };
    innerWidth: number;
  };
  interface Element {
    readonly parentElement: Element | null;
    readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
    readonly tagName: string;
    readonly className: unknown;
  }
  const channels = (color: string): number[] => {
    const scale = color.startsWith("color(") ? 255 : 1;
    return (color.replace("color(srgb", "").match(/[\d.]+/g) ?? []).map(
      (part, i) => Number(part) * (i < 3 ? scale : 1),
    );
  };
  const luminance = (color: number[]): number => {
    const [r = 0, g = 0, b = 0] = color.map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element: Element | null): number[] => {
    if (element === null) return [255, 255, 255];
    const color = channels(getComputedStyle(element).backgroundColor);
    return color.length === 4 && color[3] === 0 ? ground(element.parentElement) : color;
  };
  let contrast = 21;
  let where = "";
  for (const element of document.querySelectorAll("body *:not(svg *)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())) continue;
    const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))];
    const found = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (found < contrast) [contrast, where] = [found, `${element.tagName} ${String(element.className)}`];
  }
  return { overflow: document.documentElement.scrollWidth - innerWidth, title: document.title, contrast, where };
}

describe.skipIf(!present)("pages in a browser", () => {
  let dir = "";
  let browser: Browser;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "walkforward-browser-"));
    await writeReport({ dir, manifest, attempts, answers: [] }, ranking);
    browser = await chromium.launch({
      executablePath,
      args: [...flags, "--disable-component-update", "--disable-sync"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const cases = pages.flatMap(([name, file]) =>
    sizes.flatMap((width) => schemes.map((scheme) => ({ name, file, width, scheme }))),
  );
  it.each(cases)("$name at $width px, $scheme: no error, no request, no overflow, contrast ≥ 4.5", async (each) => {
    const { file, width, scheme } = each;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    const messages: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(error.message));
    page.on("dialog", (dialog) => messages.push(dialog.message()));
    page.on("request", (request) => requests.push(request.url()));
    const url = pathToFileURL(join(dir, file)).href;
    await page.goto(url);
    for (const summary of await page.locator("summary").all()) await summary.click();
    const found = await page.evaluate(examine);
    await context.close();
    expect(messages).toEqual([]);
    expect(requests.filter((request) => request !== url && !request.startsWith("data:"))).toEqual([]);
    expect(found.overflow).toBeLessThanOrEqual(0);
    expect(found.title).not.toContain("owned");
    expect(found.contrast, found.where).toBeGreaterThanOrEqual(4.5);
  });
});
