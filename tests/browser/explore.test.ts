import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageScript } from "../../src/adapters/page-script.ts";
import { exploreData } from "../../src/report/charts/explore-data.ts";
import { pooledChart } from "../../src/report/charts/pooled-chart.ts";
import { type Html, html } from "../../src/report/html.ts";
import { page } from "../../src/report/page.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const present = existsSync(executablePath);
if (!present && process.env["CI"]) throw new Error(`no Chromium at ${executablePath}: set CHROMIUM_PATH`);

const bars = 400;
const close = Float64Array.from({ length: bars }, (_, i) => 100 + 10 * Math.sin(i / 30) + i / 40);
const equity = close.map((price) => price / 100);
const position = close.map((_, i) => (i % 80 < 40 ? 1 : 0));

function pathNamed(name: string): Html {
  return exploreData({
    name,
    firstBar: 249,
    time: close.map((_, i) => Date.UTC(2010, 0, 1) + i * 86_400_000),
    open: close.map((price) => price - 0.5),
    high: close.map((price) => price + 1),
    low: close.map((price) => price - 1),
    close,
    equity,
    constant: equity.map((value) => 1 + (value - 1) / 2),
    position,
    fills: [
      { bar: bars - 1, price: close[bars - 1] as number, kind: "buy" },
      { bar: 40, price: 100, kind: "stop" },
    ],
  });
}

const row = (model: string, rank: string, trading: string, quiz: string, tags: string, params: string): Html =>
  html`<tr data-model="${model}" data-rank="${rank}" data-trading="${trading}" data-quiz="${quiz}" data-engineering="" data-se-trading="2" data-se-quiz="3" data-se-engineering="" data-baseline="false" data-open="true" data-params="${params}" data-tags="${tags}"><td class="rank">${rank}</td><th>${model}</th><td class="overall">published</td></tr>`;

const slider = (name: string, value: number): Html =>
  html`<label>${name}<input type="range" min="0" max="100" name="${name}" value="${value}"><output></output></label>`;

const body = html`<main><h1>Explored</h1>
<figure>${pooledChart("a chart", [{ equity, held: equity, constant: equity }])}</figure>
<div class="explorer" hidden></div>${pathNamed("p1")}${pathNamed("</script><b>p2")}
<div class="weights" hidden data-for="rows">${slider("trading", 75)}${slider("quiz", 25)}<button type="button" name="reset">reset</button><output name="moved"></output></div>
<div class="filters" hidden data-for="rows"><select name="tag"><option value=""></option><option>small</option></select><select name="open"><option value=""></option></select><select name="params"><option value=""></option><option value="10">10</option></select><output name="shown"></output></div>
<table id="rows"><tbody>${row("a", "1", "80", "20", '["small"]', "7")}${row("b", "2", "60", "70", "[]", "70")}${row("c", "3", "10", "95", "[]", "")}${row("d", "", "", "10", "[]", "")}</tbody></table></main>`;

describe.skipIf(!present)("a page that is explored", () => {
  const folder = mkdtempSync(join(tmpdir(), "walkforward-explore-"));
  let browser: Browser;
  let tab: Page;
  const said: string[] = [];

  beforeAll(async () => {
    const file = join(folder, "page.html");
    writeFileSync(file, page({ title: "Explored", body, benchmark: "0", script: await pageScript() }));
    const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath, args });
    tab = await browser.newPage({ viewport: { width: 1200, height: 900 }, acceptDownloads: true });
    tab.on("console", (message) => said.push(message.text()));
    tab.on("pageerror", (error) => said.push(error.message));
    await tab.goto(pathToFileURL(file).href);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it("the script of all pages is under 300 KB", async () => {
    expect((await pageScript()).code.length).toBeLessThan(300_000);
  });

  it("draws nothing before it is asked to", async () => {
    expect(await tab.locator(".explorer canvas").count()).toBe(0);
    await tab.click(".explorer .open");
    expect(await tab.locator(".explorer canvas").count()).toBeGreaterThan(4);
  });

  it("says the numbers of the last bar, and of the bar under the cross hair", async () => {
    const legend = tab.locator(".legend");
    const last = Number((close[bars - 1] as number).toPrecision(6));
    expect(await legend.innerText()).toMatch(
      new RegExp(`bar 648, 2011-02-04[\\s\\S]*close ${last}[\\s\\S]*buy ${last}`),
    );
    const box = await tab.locator(".explorer .host").boundingBox();
    await tab.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 80);
    await expect.poll(() => legend.innerText()).not.toContain("bar 648");
    const [, bar = "", price = ""] = (await legend.innerText()).match(/bar (\d+),[\s\S]*close ([\d.]+)/) ?? [];
    expect(Number(price)).toBeCloseTo(close[Number(bar) - 249] as number, 2);
    await tab.mouse.move(0, 0);
  });

  it("the keyboard zooms: the same place of the window is another bar", async () => {
    const box = await tab.locator(".explorer .host").boundingBox();
    const barAt = async (): Promise<string> => {
      await tab.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 60);
      await tab.waitForTimeout(60);
      const text = await tab.locator(".legend").innerText();
      await tab.mouse.move(0, 0);
      return text.match(/bar (\d+)/)?.[1] ?? "";
    };
    const before = await barAt();
    await tab.focus(".explorer .host");
    for (let i = 0; i < 4; i++) await tab.keyboard.press("+");
    expect(Number(await barAt())).toBeGreaterThan(Number(before) + 30);
    await tab.keyboard.press("Home");
    expect(await barAt()).toBe(before);
  });

  it("another path is chosen by its name, were it hostile", async () => {
    await tab.selectOption(".explorer select", { index: 1 });
    expect(await tab.locator(".explorer select option:checked").innerText()).toBe("</script><b>p2");
    expect(await tab.locator("main b").count()).toBe(await tab.locator(".legend b").count());
  });

  it("speaks Chinese as soon as the page does", async () => {
    await tab.getByText("中文").click();
    expect(await tab.locator(".legend").innerText()).toContain("收");
    await tab.getByText("English").click();
    expect(await tab.locator(".legend").innerText()).toContain("close");
  });

  it("saves the chart as PNG, and a figure as SVG and PNG with its colours in it", async () => {
    const saved = async (selector: string, index: number): Promise<Buffer> => {
      const [download] = await Promise.all([
        tab.waitForEvent("download"),
        tab.locator(selector).nth(index).click({ force: true }),
      ]);
      return readFileSync(await download.path());
    };
    expect((await saved(".explorer .controls button", 1)).subarray(1, 4).toString()).toBe("PNG");
    const svg = (await saved(".tools .tool", 0)).toString();
    expect(svg).toMatch(/^<svg [^>]*width="660"/);
    expect(svg).toContain("rgb(0, 114, 178)");
    expect(svg).not.toContain("净值");
    expect((await saved(".tools .tool", 1)).subarray(1, 4).toString()).toBe("PNG");
  });

  it("weights move the order of a ranking and back", async () => {
    const order = (): Promise<string> =>
      tab
        .locator("#rows th")
        .allInnerTexts()
        .then((texts) => texts.join(""));
    const set = (name: string, value: string): Promise<void> => tab.locator(`input[name=${name}]`).fill(value);
    expect(await order()).toBe("abcd");
    await set("trading", "0");
    await set("quiz", "100");
    expect(await order()).toBe("cbad");
    expect(await tab.locator("#rows .rank").allInnerTexts()).toEqual(["1", "2", "3", "–"]);
    expect(await tab.locator("#rows .overall").first().innerText()).toBe("95.0 ± 5.9");
    expect(await tab.locator("output[name=moved]").innerText()).toBe("2");
    await tab.click("button[name=reset]");
    expect(await order()).toBe("abcd");
    expect(await tab.locator("#rows .overall").first().innerText()).toBe("published");
  });

  it("filters leave the rows that fit; a size that is not known fits none", async () => {
    const shown = (): Promise<string> =>
      tab
        .locator("#rows tr:not([hidden]) th")
        .allInnerTexts()
        .then((texts) => texts.join(""));
    await tab.selectOption("select[name=params]", "10");
    expect(await shown()).toBe("a");
    expect(await tab.locator("output[name=shown]").innerText()).toBe("1");
    await tab.selectOption("select[name=params]", "");
    await tab.selectOption("select[name=tag]", "small");
    expect(await shown()).toBe("a");
    await tab.selectOption("select[name=tag]", "");
    expect(await shown()).toBe("abcd");
  });

  it("nothing went wrong, and nothing was asked of the network", () => {
    expect(said).toEqual([]);
  });
});
