import { describe, expect, it } from "vitest";
import { neutralise, reachesOthers } from "../../../src/adapters/compiler/neutralise.ts";

describe("neutralise", () => {
  it.each([
    ["// @ts-nocheck\na;", "// @ts_nocheck\na;"],
    ["/* @ts-ignore */ a;", "/* @ts_ignore */ a;"],
    ["// @ts-expect-error: why\na;", "// @ts_expect-error: why\na;"],
    ['  /// <reference path="x" />', '  //  <reference path="x" />'],
    ['a;\n///<reference types="node"/>', 'a;\n// <reference types="node"/>'],
    ["/// a comment", "/// a comment"],
    ["a / b; // @ts-check", "a / b; // @ts-check"],
  ])("%j becomes %j", (code, wanted) => {
    expect(neutralise(code)).toBe(wanted);
    expect(wanted).toHaveLength(code.length);
  });
});

describe("reachesOthers", () => {
  it.each(["declare global {}", 'declare module "x" {}', "declare /**/ namespace N {}", 'const a = "\\u0061";'])(
    "%s is checked alone",
    (code) => expect(reachesOthers(code)).toBe(true),
  );

  it.each(["const global = 1;", "namespace N {}", "declare const a: number;"])("%s is not", (code) =>
    expect(reachesOthers(code)).toBe(false),
  );
});
