import { expect, it } from "vitest";
import { faultOfDeath } from "../../../src/adapters/sandbox-pool/death.ts";

it("the last words of V8 about memory make a death one of memory", () => {
  for (const words of [
    "# Fatal JavaScript invalid size error 169220804",
    "# Fatal JavaScript out of memory: Reached heap limit",
    "FATAL ERROR: invalid array length Allocation failed - JavaScript heap out of memory",
    "Zone\nis_heap_oom = 1",
    "terminate called after throwing an instance of 'std::bad_alloc'",
  ]) {
    expect(faultOfDeath(words, null, "SIGTRAP").kind).toBe("memory");
  }
});

it("SIGKILL from outside is how a machine short of memory kills", () => {
  expect(faultOfDeath("", null, "SIGKILL").kind).toBe("memory");
});

it("any other death is a crash that names its signal or exit code", () => {
  expect(faultOfDeath("", null, "SIGSEGV")).toEqual({
    stage: "run",
    kind: "crashed",
    message: "ended its process (SIGSEGV)",
  });
  expect(faultOfDeath("Check failed: x.", 134, null).message).toBe("ended its process (exit code 134)");
});
