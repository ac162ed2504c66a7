import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, root, sourceOf } from "./source-files.ts";

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...filesBelow("src", "sandbox", "strategies", "market-data", "tests").filter(
    (file) => file.endsWith("README.md") && !file.includes("/corpus/"),
  ),
];

describe("documents", () => {
  it.each(documents)("%s links only to what is there", (file) => {
    const text = sourceOf(file);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
    const missing = links
      .filter((link) => !/^[a-z]+:/.test(link) && !link.startsWith("#"))
      .map((link) => link.split("#")[0] ?? "")
      .filter((link) => !existsSync(join(root, dirname(file), link)));
    expect(missing).toEqual([]);
  });

  it.each(documents)("%s names only files that are there", (file) => {
    const text = sourceOf(file).replace(/```[\s\S]*?```/g, "");
    const names = [...text.matchAll(/`((?:src|sandbox|strategies|market-data|tests)\/[\w./-]+)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it("the README stays under 150 lines", () => {
    expect(sourceOf("README.md").split("\n").length).toBeLessThan(150);
  });
});

describe("doc comments", () => {
  const files = filesBelow("src", "sandbox").filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));

  it("every export has one", () => {
    const bare = files.flatMap((file) => {
      const lines = sourceOf(file).split("\n");
      return lines.flatMap((line, index) => {
        if (!/^export (async function|function|const|interface|type|class|default)/.test(line)) return [];
        const before = lines[index - 1] ?? "";
        return before.trimEnd().endsWith("*/") ? [] : [`${file}:${index + 1} ${line.slice(0, 60)}`];
      });
    });
    expect(bare).toEqual([]);
  });

  it("no source file is longer than 300 lines", () => {
    const long = files.filter((file) => sourceOf(file).split("\n").length > 301);
    expect(long).toEqual([]);
  });
});
