import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeReport } from "../../src/cli/report/write-report.ts";
import { attempts, manifest, ranking } from "./records.ts";

let dir = "";
const progress: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "walkforward-report-"));
  await writeReport({ dir, manifest, attempts, answers: [] }, ranking, (done, total) =>
    progress.push(`${done}/${total}`),
  );
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const pages = (): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

describe("writeReport", () => {
  it("writes index.html, a page an attempt, and the code beside it", () => {
    expect(pages().filter((name) => name.startsWith("strategies")).length).toBe(attempts.length);
    expect(pages()).toContain("index.html");
    const code = readFileSync(join(dir, "strategies/model_a/design-one/en-0.ts"), "utf8");
    expect(code).toBe(attempts[0]?.code);
    expect(existsSync(join(dir, "strategies/model_a/design-one/en-1.ts"))).toBe(false);
  });

  it("tells of every page", () => {
    const total = pages().length;
    expect(progress).toEqual(Array.from({ length: total }, (_, i) => `${i + 1}/${total}`));
  });

  it("every link leads to a file that was written", () => {
    let links = 0;
    for (const name of pages()) {
      const text = readFileSync(join(dir, name), "utf8").replace(/<script[\s\S]*?<\/script>/g, "");
      for (const [, href = ""] of text.matchAll(/ href="([^"]*)"/g)) {
        if (href === "data:,") continue;
        const [path = "", anchor] = href.split("#");
        const file = path === "" ? join(dir, name) : resolve(dirname(join(dir, name)), path);
        expect(existsSync(file), `${name} → ${href}`).toBe(true);
        if (anchor !== undefined) expect(readFileSync(file, "utf8")).toContain(`id="${anchor}"`);
        links++;
      }
    }
    expect(links).toBeGreaterThan(15);
  });

  it("no page has an event handler, an address, or a script but ours, which its policy names by hash", () => {
    for (const name of pages()) {
      const text = readFileSync(join(dir, name), "utf8");
      const [, code = ""] = text.match(/<script>([\s\S]*)<\/script>\n<\/body>\n<\/html>\n$/) ?? [];
      expect(code.length).toBeGreaterThan(500);
      const hash = createHash("sha256").update(code).digest("base64");
      expect(text).toContain(`script-src &#39;sha256-${hash}&#39;;`.replaceAll("&#39;", "'"));
      const tags = text.replace(code, "").match(/<[a-z][^>]*>/gi) ?? [];
      const wrong = /^<(iframe|object|embed|img|form|base)\b| on\w+=| src=|https?:(?!\/\/www\.w3\.org)/i;
      expect(tags.filter((tag) => wrong.test(tag))).toEqual([]);
      const data = '<script type="application/json" class="path-data">';
      expect(tags.filter((tag) => /^<script/i.test(tag) && tag !== data)).toEqual(["<script>"]);
    }
  });

  it("the ranking page names every model, and that replies were written by hand", () => {
    const text = readFileSync(join(dir, "index.html"), "utf8");
    expect(text).toContain("hostile &lt;b&gt;");
    for (const { model } of attempts) expect(text).toContain(model.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
    expect(text).toContain("replay/careless, hostile &lt;b&gt;: recorded replies, written by hand");
  });
});
