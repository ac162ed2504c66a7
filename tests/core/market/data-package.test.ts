import { describe, expect, it } from "vitest";
import {
  csvResource,
  type DataPackage,
  dataPackageSchema,
  datasetInfo,
} from "../../../src/core/market/data-package.ts";

const data: DataPackage = {
  name: "one-market",
  title: "One",
  licenses: [{ name: "CC0-1.0" }],
  sources: [{ title: "a test" }],
  resources: [csvResource({ name: "one", symbol: "ONE", sha256: "ab".repeat(32), bytes: 10, bars: 3, daily: true })],
  walkforward: {
    class: "fx",
    interval: "1d",
    timezone: "UTC",
    barsPerYear: 260,
    adjustment: "none",
    costs: { feeBps: 1, slippageBps: 0.5 },
    tickSize: null,
    synthetic: false,
    fitForScoring: true,
    tags: [],
  },
};

describe("dataPackageSchema", () => {
  it("takes a package, also with fields of Frictionless that are not read", () => {
    expect(dataPackageSchema.parse({ ...data, version: "1.0.0" })).toEqual(data);
  });

  it("takes costs of borrowing and funding, the latter of either sign", () => {
    const costs = { feeBps: 1, slippageBps: 0.5, borrowBps: 30, fundingBps: -1 };
    const walkforward = { ...data.walkforward, costs };
    expect(datasetInfo(dataPackageSchema.parse({ ...data, walkforward })).costs).toEqual(costs);
  });

  it.each([
    ["a least fee", { walkforward: { ...data.walkforward, costs: { feeBps: 1, slippageBps: 0, minFee: 1 } } }],
    [
      "funding of 100 %",
      { walkforward: { ...data.walkforward, costs: { feeBps: 1, slippageBps: 0, fundingBps: 1e4 } } },
    ],
    ["a path out of the folder", { resources: [{ ...data.resources[0], path: "../secret.csv" }] }],
    ["an absolute path", { resources: [{ ...data.resources[0], path: "/etc/passwd.csv" }] }],
    ["a sha1", { resources: [{ ...data.resources[0], hash: "sha1:ab" }] }],
    ["no resources", { resources: [] }],
    ["0 bars a year", { walkforward: { ...data.walkforward, barsPerYear: 0 } }],
    ["a fee below 0", { walkforward: { ...data.walkforward, costs: { feeBps: -1, slippageBps: 0 } } }],
    ["an interval in words", { walkforward: { ...data.walkforward, interval: "daily" } }],
    ["a misspelt fact", { walkforward: { ...data.walkforward, tickSiz: 1 } }],
    ["no licence", { licenses: [] }],
  ])("refuses %s", (_, change) => {
    expect(dataPackageSchema.safeParse({ ...data, ...change }).success).toBe(false);
  });

  it("datasetInfo holds the bare sha256 and the instruments in their order", () => {
    const info = datasetInfo(data);
    expect(info.id).toBe("one-market");
    expect(info.instruments).toEqual([{ symbol: "ONE", sha256: "ab".repeat(32), bars: 3 }]);
    expect(info.barsPerYear).toBe(260);
  });
});
