// Makes reports/example/ anew: a small run of two recorded models and a baseline, its pages, and pictures of two of them.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "example");
const models = ["replay/able", "replay/peeker", "baseline/sma-cross"];

rmSync(folder, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, "src/cli/main.ts"), "run", "--out", folder, "--no-baselines", "--tasks", "design-*,quiz", "--model", ...models],
  { cwd: root, stdio: "inherit" },
);
await takePictures();

/** What the README shows; needs a Chromium, and says so where there is none. */
async function takePictures(): Promise<void> {
  const { chromium } = await import("playwright-core");
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 760 }, colorScheme: "light" });
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await page.screenshot({ path: join(folder, "ranking.png") });
    await page.goto(pathToFileURL(join(folder, "strategies/replay_able/design-trend-equity-index/en-0.html")).href);
    await page.locator('figure[data-figure="path"]').first().screenshot({ path: join(folder, "strategy.png") });
  } finally {
    await browser.close();
  }
}
