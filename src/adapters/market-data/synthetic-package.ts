import { createHash } from "node:crypto";
import { UserError } from "../../core/failure.ts";
import type { BasketSpec } from "../../core/market/basket-spec.ts";
import { classFacts } from "../../core/market/class-facts.ts";
import { csvResource, type DataPackage, type DataResource } from "../../core/market/data-package.ts";
import { formatCsv } from "../../core/market/format-csv.ts";
import { generateBasket } from "../../core/market/generate-basket.ts";
import { generateMarket } from "../../core/market/generate-market.ts";
import type { MarketSpec } from "../../core/market/market-spec.ts";

/** Generates a market and packs it as the dataset `id`: its datapackage.json and the text of its one CSV. */
export function makeSynthetic(id: string, spec: MarketSpec): { readonly data: DataPackage; readonly csv: string } {
  const csv = formatCsv(generateMarket(spec));
  return { data: packageOf(id, spec, [resourceOf("SYN", csv, spec)]), csv };
}

/** Generates a basket and packs it as the dataset `id`: its datapackage.json and the text of one CSV an instrument. */
export function makeSyntheticBasket(
  id: string,
  spec: BasketSpec,
): { readonly data: DataPackage; readonly csvs: readonly string[] } {
  const csvs = generateBasket(spec).map(formatCsv);
  const resources = spec.members.map(({ symbol }, i) => resourceOf(symbol, csvs[i] ?? "", spec));
  return { data: packageOf(id, spec, resources), csvs };
}

function resourceOf(
  symbol: string,
  csv: string,
  { bars, interval }: Pick<MarketSpec, "bars" | "interval">,
): DataResource {
  return csvResource({
    name: symbol.toLowerCase(),
    symbol,
    sha256: createHash("sha256").update(csv).digest("hex"),
    bytes: Buffer.byteLength(csv),
    bars,
    daily: interval === "1d",
  });
}

function packageOf(id: string, spec: MarketSpec | BasketSpec, resources: readonly DataResource[]): DataPackage {
  const facts = classFacts[spec.class];
  if (facts === undefined)
    throw new UserError(`no class "${spec.class}": there are ${Object.keys(classFacts).join(", ")}`);
  return {
    name: id,
    title: `${facts.title}, synthetic, ${spec.interval}`,
    description: `No market's history: made by the generator from the seed "${spec.seed}".`,
    licenses: [{ name: "Apache-2.0" }],
    sources: [{ title: `walkforward data synth, seed ${spec.seed}` }],
    resources,
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
}
