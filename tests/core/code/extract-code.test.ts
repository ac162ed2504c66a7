import { describe, expect, it } from "vitest";
import { extractCode } from "../../../src/core/code/extract-code.ts";

const fence = "```";
const block = (code: string, language = "ts", marks = fence): string => `${marks}${language}\n${code}\n${marks}\n`;
const codeOf = (text: string): string | null => {
  const found = extractCode(text);
  return found.ok ? found.code : null;
};

describe("which block", () => {
  it.each(["ts", "typescript", "TypeScript", "js", "javascript", "tsx", "ts title=a.ts", "ts:a.ts", "{.ts}", " ts"])(
    "a block in `%s` is taken",
    (language) => expect(codeOf(`Here:\n${block("a;", language)}Done.`)).toBe("a;"),
  );

  it("the last of several is taken", () => {
    expect(codeOf(`${block("draft;")}better:\n${block("final;", "typescript")}`)).toBe("final;");
  });

  it("a later block in another language is passed over", () => {
    expect(codeOf(block("a;") + block("npm start", "bash") + block("{}", "json"))).toBe("a;");
  });

  it("a later block without a language is passed over when one is labelled", () => {
    expect(codeOf(block("a;") + block("output", ""))).toBe("a;");
  });

  it("a lone block without a language is taken", () => {
    expect(codeOf(`text\n${block("a;", "")}`)).toBe("a;");
  });

  it("two blocks without a language are no code", () => {
    expect(codeOf(block("a;", "") + block("b;", ""))).toBeNull();
  });

  it("a blank block is passed over", () => {
    expect(codeOf(block("a;") + block("  "))).toBe("a;");
  });
});

describe("fences", () => {
  it("lines may end in CR LF", () => {
    expect(codeOf(`x\r\n${fence}ts\r\na;\r\nb;\r\n${fence}\r\n`)).toBe("a;\nb;");
  });

  it("tildes and longer fences count, and shorter ones inside are code", () => {
    expect(codeOf(block("a;", "ts", "~~~"))).toBe("a;");
    expect(codeOf(block(`a;\n${fence}\nb;`, "ts", "`````"))).toBe(`a;\n${fence}\nb;`);
    expect(codeOf(block(`a;\n${fence}\nb;`, "ts", "~~~"))).toBe(`a;\n${fence}\nb;`);
  });

  it("an indented fence takes its indentation from the code", () => {
    expect(codeOf(`1. Code:\n   ${fence}ts\n   if (a)\n     b;\n   ${fence}\n`)).toBe("if (a)\n  b;");
  });

  it("a fence may begin a list item", () => {
    expect(codeOf(`- ${fence}ts\n  a;\n  ${fence}\n`)).toContain("a;");
  });

  it("a last block that nobody closed reaches to the end", () => {
    expect(codeOf(`${block("draft;")}${fence}ts\nexport default 1;`)).toBe("export default 1;");
  });

  it("a fence that names a language again begins a new block", () => {
    expect(codeOf(`${fence}ts\na;\n${fence}ts\nb;\n${fence}\n`)).toBe("b;");
  });

  it("backticks in the code are code", () => {
    const code = "const s = `a`; // ```ts";
    expect(codeOf(block(code))).toBe(code);
  });

  it("three backticks inside a line are no fence", () => {
    expect(codeOf(`Use ${fence}ts a; ${fence} here.`)).toBeNull();
  });
});

describe("reasoning", () => {
  const draft = block("draft;");
  it.each([
    ["a closed tag", `<think>\n${draft}</think>\n${block("a;")}`],
    ["another name", `<thinking>\n${draft}</thinking>\n${block("a;")}`],
    ["capitals", `<THINK>${draft}</THINK>${block("a;")}`],
    ["square brackets", `[THINK]${draft}[/THINK]\n${block("a;")}`],
    ["diamonds", `◁think▷${draft}◁/think▷\n${block("a;")}`],
    [
      "channels",
      `<|channel|>analysis<|message|>${draft}<|end|><|start|>assistant<|channel|>final<|message|>\n${block("a;")}`,
    ],
    ["an opening tag in the prompt", `${draft}</think>\n${block("a;")}`],
    ["reasoning after the code", `${block("a;")}\n<think>\n${draft}</think>`],
    ["an unclosed tag after the code", `${block("a;")}\n<think>\n${draft}`],
    ["an unclosed fence in it", `<think>\n${fence}ts\ndraft;\n</think>\n${block("a;")}`],
    ["two of them", `<think>x</think>\n${draft}\n<think>y</think>\n${block("a;")}`],
  ])("%s is stripped", (_, text) => expect(codeOf(text)).toBe("a;"));

  it("reasoning that never ends holds no code", () => {
    expect(codeOf(`<think>\n${draft}`)).toBeNull();
  });

  it("prose that mentions a tag stays", () => {
    expect(codeOf(`I do not use <think> tags.\n${block("a;")}`)).toBe("a;");
  });
});

describe("no code", () => {
  it.each([
    ["", "The reply has no fenced code block; wanted one block fenced by ```ts and ```."],
    ["I cannot do that.", "The reply has no fenced code block; wanted one block fenced by ```ts and ```."],
    [block(""), "Every code block of the reply is empty; wanted one block fenced by ```ts and ```."],
    [
      block("print(1)", "python"),
      "The reply has 1 code blocks (python), none of them TypeScript; wanted one block fenced by ```ts and ```.",
    ],
  ])("%j says so", (text, message) => {
    expect(extractCode(text)).toEqual({ ok: false, failure: { stage: "code", kind: "no-code", message } });
  });
});

describe("5 MB", () => {
  it.each([
    ["of opening tags", "<think>\n".repeat(600_000)],
    ["of closing tags", "</think>".repeat(600_000)],
    ["of fences", `${fence}ts\n`.repeat(800_000)],
    ["of backticks", "`".repeat(5_000_000)],
    ["of spaces before a fence", `${" ".repeat(5_000_000)}${fence}ts`],
    ["of empty lines", "\n".repeat(5_000_000)],
    ["of numbered items", "1. ".repeat(1_600_000) + fence],
  ])("%s are read in linear time", (_, text) => {
    expect(codeOf(text)).toBeNull();
  });

  it("of code come out whole", () => {
    const code = "const a = 1;\n".repeat(400_000).trimEnd();
    expect(codeOf(block(code))).toBe(code);
  });
});
