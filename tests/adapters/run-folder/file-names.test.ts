import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderName } from "../../../src/adapters/run-folder/file-names.ts";

describe("folderName", () => {
  it("replay/able is replay_able", () => {
    expect(folderName("replay/able")).toBe("replay_able");
    expect(folderName("gpt-4.1-mini")).toBe("gpt-4.1-mini");
  });

  it("ids that differ get names that differ: a/b, a_b, a b, a:b", () => {
    const names = ["a/b", "a_b", "a b", "a:b", "a//b", "A/b"].map(folderName);
    expect(new Set(names).size).toBe(names.length);
  });

  it("no id leaves its folder or hides in it, and none is longer than a file system takes", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("..", ".", "../../x", "/etc/passwd", "x".repeat(999))),
        (id) => {
          const name = folderName(id);
          expect(name).toMatch(/^[\w-][\w.-]*$/);
          expect(name.length).toBeLessThan(120);
        },
      ),
    );
  });
});
