import fc from "fast-check";
import { expect, it } from "vitest";
import { parseWorkerMessage } from "../../sandbox/protocol.ts";

const fault = { stage: "run", kind: "timeout", message: "late" };

it("the six messages of a worker are read, an answer with and without stops", () => {
  for (const message of [
    { kind: "ready" },
    { kind: "done", cpuMs: 1.5, stops: [] },
    { kind: "done", cpuMs: 1.5, stops: ["stopLoss", "trailingStop"] },
    { kind: "done", cpuMs: 1.5, stops: [], name: "n".repeat(80) },
    { kind: "allocated", cpuMs: 2, stops: [[]], name: "trend" },
    { kind: "allocated", cpuMs: 2, stops: [[], ["stopLoss", "trailingStop"]] },
    { kind: "failed", cpuMs: 0, fault },
    { kind: "fatal", cpuMs: 300, fault },
    { kind: "end", heapMiB: 3 },
  ]) {
    expect(parseWorkerMessage(JSON.stringify(message))).toEqual(message);
  }
});

it("messages that are not well formed are undefined", () => {
  for (const message of [
    null,
    [],
    "ready",
    {},
    { kind: "done" },
    { kind: "done", cpuMs: "1", stops: [] },
    { kind: "done", cpuMs: -1, stops: [] },
    { kind: "done", cpuMs: 1 },
    { kind: "done", cpuMs: 1, stops: [], name: "n".repeat(81) },
    { kind: "done", cpuMs: 1, stops: [], name: ["trend"] },
    { kind: "allocated", cpuMs: 1, stops: [[]], name: 1 },
    { kind: "done", cpuMs: 1, stops: "stopLoss" },
    { kind: "done", cpuMs: 1, stops: ["takeProfit", "stopLoss"] },
    { kind: "done", cpuMs: 1, stops: ["stopLoss", "stopLoss"] },
    { kind: "done", cpuMs: 1, stops: ["target"] },
    { kind: "done", cpuMs: 1, stops: { 0: "stopLoss", length: 1 } },
    { kind: "allocated", cpuMs: 1, stops: [[], ["target"]] },
    { kind: "allocated", cpuMs: 1, stops: ["stopLoss"] },
    { kind: "allocated", cpuMs: 1 },
    { kind: "end" },
    { kind: "failed", cpuMs: 1 },
    { kind: "failed", cpuMs: 1, fault: { ...fault, kind: "refusal" } },
    { kind: "failed", cpuMs: 1, fault: { ...fault, stage: "scored" } },
    { kind: "failed", cpuMs: 1, fault: { ...fault, message: {} } },
    { kind: "run", cpuMs: 1, fault },
  ]) {
    expect(parseWorkerMessage(JSON.stringify(message))).toBeUndefined();
  }
});

it("fields that nobody asked for are dropped", () => {
  const text = '{"kind":"done","cpuMs":1,"stops":[],"__proto__":{"kind":"end"},"heapMiB":1}';
  expect(parseWorkerMessage(text)).toEqual({ kind: "done", cpuMs: 1, stops: [] });
});

it("no text makes the parser throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseWorkerMessage(text)));
});
