import { describe, expect, it } from "vitest";
import { DiagnosticList, readTscLine } from "../../../src/adapters/compiler/diagnostics.ts";

describe("a line of the type checker", () => {
  it("names file, line, column, number and message", () => {
    expect(readTscLine("p-0a.ts(3,14): error TS2322: Type 'string' is not assignable.")).toEqual({
      kind: "diagnostic",
      file: "p-0a.ts",
      diagnostic: { line: 3, column: 14, code: 2322, message: "Type 'string' is not assignable." },
    });
  });

  it("loses advice about packages and options, and names of temporary files", () => {
    const read = readTscLine("p-0a.ts(1,1): error TS2591: Cannot find name 'process'. Do you need to install types?");
    expect(read).toMatchObject({ diagnostic: { message: "Cannot find name 'process'." } });
    expect(readTscLine(`c-0a.ts(1,1): error TS1192: Module '"/tmp/x/p-0a"' has no default export.`)).toMatchObject({
      diagnostic: { message: "Module '' has no default export." },
    });
  });

  it("without a file is about the project", () => {
    expect(readTscLine("error TS18003: No inputs were found.")?.kind).toBe("broken");
  });

  it("that is empty means nothing", () => {
    expect(readTscLine("")).toBeNull();
  });
});

describe("a list", () => {
  it("joins continuation lines to their diagnostic", () => {
    const list = new DiagnosticList();
    for (const line of ["a.ts(1,2): error TS1: One.", "  Two.", "b.ts(1,2): error TS1: Three."]) list.add(line);
    expect(list.of("a.ts").map(({ message }) => message)).toEqual(["One.\n  Two."]);
    expect(list.of("b.ts")).toHaveLength(1);
    expect(list.of("c.ts")).toEqual([]);
  });

  it("holds 20 diagnostics a file, and no continuation of the 21st", () => {
    const list = new DiagnosticList();
    for (let i = 0; i < 21; i++) list.add("a.ts(1,2): error TS1: One.");
    list.add("  Two.");
    expect(list.of("a.ts")).toHaveLength(20);
    expect(list.of("a.ts").at(-1)?.message).toBe("One.");
  });
});
