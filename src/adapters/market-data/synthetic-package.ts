import { createHash } from "node:crypto";
import { UserError } from "../../core/failure.ts";
import { classFacts } from "../../core/market/class-facts.ts";
import { csvResource, type DataPackage } from "../../core/market/data-package.ts";
import { formatCsv } from "../../core/market/format-csv.ts";
import { generateMarket } from "../../core/market/generate-market.ts";
import type { MarketSpec } from "../../core/market/market-spec.ts";

/** Generates a market and packs it as the dataset `id`: its datapackage.json and the text of its one CSV. */
export function makeSynthetic(id: string, spec: MarketSpec): { readonly data: DataPackage; readonly csv: string } {
  const facts = classFacts[spec.class];
  if (facts === undefined)
    throw new UserError(`no class "${spec.class}": there are ${Object.keys(classFacts).join(", ")}`);
  const csv = formatCsv(generateMarket(spec));
  const resource = csvResource({
    name: "syn",
    symbol: "SYN",
    sha256: createHash("sha256").update(csv).digest("hex"),
    bytes: Buffer.byteLength(csv),
    bars: spec.bars,
    daily: spec.interval === "1d",
  });
  const data: DataPackage = {
    name: id,
    title: `${facts.title}, synthetic, ${spec.interval}`,
    description: `No market's history: made by the generator from the seed "${spec.seed}".`,
    licenses: [{ name: "Apache-2.0" }],
    sources: [{ title: `walkforward data synth, seed ${spec.seed}` }],
    resources: [resource],
    walkforward: {
      class: spec.class,
      interval: spec.interval,
      timezone: "UTC",
      barsPerYear: spec.barsPerYear,
      adjustment: "none",
      costs: facts.costs,
      tickSize: spec.tickSize,
      synthetic: true,
      fitForScoring: true,
      tags: ["synthetic"],
    },
  };
  return { data, csv };
}
