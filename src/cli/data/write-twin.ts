import { createHash } from "node:crypto";
import { join } from "node:path";
import { listPackages, readPackage, unknownDataset } from "../../adapters/market-data/read-package.ts";
import { writePackage } from "../../adapters/market-data/write-package.ts";
import { createMarketData } from "../../adapters/market-data.ts";
import type { Bars } from "../../core/bars.ts";
import { UserError } from "../../core/failure.ts";
import { csvResource, type DataPackage, type DataResource } from "../../core/market/data-package.ts";
import { formatCsv, isDaily } from "../../core/market/format-csv.ts";
import { makeTwin, scaleFactors, type TwinRequest } from "../../core/market/twins/make-twin.ts";
import type { TwinFacts } from "../../core/market/twins/twin-facts.ts";
import { validateBars } from "../../core/market/validate-bars.ts";
import { refuseOtherData } from "./write-synthetic.ts";

/** Which twins to write. */
export interface TwinWish extends TwinRequest {
  /** Id of the source. */
  readonly of: string;
  /** Number of twins, ≥ 1. */
  readonly count: number;
  /** Id of the twin, `<of>-<kind>` unless given; with `-1`, `-2` … behind it where there are several. */
  readonly id: string | undefined;
}

/** One twin that was written. */
export interface WrittenTwin {
  readonly id: string;
  readonly folder: string;
  /** Of the first instrument. */
  readonly bars: number;
  readonly instruments: readonly { readonly symbol: string; readonly sha256: string }[];
  readonly twin: TwinFacts;
}

/**
 * Writes twins of a dataset, found in the first of the folders that has it, as datasets of the first folder. Twins are not fit for
 * scoring: a run makes its own, and one among the datasets would be drawn as if it were history. Nothing is written unless all can be.
 *
 * @throws UserError for an unknown id, a wish that cannot be met, or where other data would be overwritten
 */
export async function writeTwins(
  wish: TwinWish,
  folders: readonly [string, ...string[]],
): Promise<readonly WrittenTwin[]> {
  const [target] = folders;
  const source = await readSource(wish.of, folders);
  const packed = Array.from({ length: wish.count }, (_, i) => packTwin(source, numbered(wish, i)));
  for (const { data } of packed) await refuseOtherData(target, data);
  return packed.map(({ data, csvs, twin }) => {
    writePackage(join(target, data.name), data, csvs);
    return {
      id: data.name,
      folder: join(target, data.name),
      bars: data.resources[0]?.walkforward.bars ?? 0,
      instruments: data.resources.map((one) => ({ symbol: one.walkforward.symbol, sha256: sha256Of(one) })),
      twin,
    };
  });
}

interface Source {
  readonly data: DataPackage;
  readonly bars: readonly Bars[];
}

async function readSource(id: string, folders: readonly string[]): Promise<Source> {
  const seen: string[] = [];
  for (const folder of folders) {
    const ids = await listPackages(folder).catch((): readonly string[] => []);
    if (ids.includes(id)) {
      const { bars } = await createMarketData({ folder, cacheFolder: null }).load(id);
      return { data: await readPackage(folder, id), bars };
    }
    seen.push(...ids);
  }
  throw unknownDataset(id, [...new Set(seen)].sort());
}

/** The wish of the twin at place `i`: one of several has a seed and an id of its own, by which it can be made alone. */
function numbered(wish: TwinWish, i: number): TwinWish & { readonly id: string } {
  const id = wish.id ?? `${wish.of}-${wish.kind}`;
  return wish.count === 1 ? { ...wish, id } : { ...wish, id: `${id}-${i + 1}`, seed: `${wish.seed}-${i + 1}` };
}

interface PackedTwin {
  readonly data: DataPackage;
  readonly csvs: readonly string[];
  readonly twin: TwinFacts;
}

function packTwin({ data, bars }: Source, wish: TwinWish & { readonly id: string }): PackedTwin {
  const { id, kind, of } = wish;
  const twins = bars.map((one, i) => soundTwin(one, wish, `${of}/${data.resources[i]?.walkforward.symbol}`));
  const csvs = twins.map(formatCsv);
  const twin = twinFacts(data, wish);
  const command = `walkforward data twin ${of} --kind ${kind}${twin.seed === null ? "" : ` --seed ${twin.seed}`}`;
  const tags = data.walkforward.tags.filter((tag) => tag !== "real");
  return {
    data: {
      name: id,
      title: `${data.title}, ${kind} twin`,
      description: `Not what happened: a twin of ${of}, kind ${kind}.`,
      licenses: data.licenses,
      sources: [...data.sources, { title: command }],
      resources: data.resources.map((resource, i) => twinResource(resource, twins[i] as Bars, csvs[i] ?? "")),
      walkforward: {
        ...data.walkforward,
        tickSize: null,
        synthetic: true,
        fitForScoring: false,
        tags: [...new Set([...tags, "synthetic", "twin"])],
        twin,
      },
    },
    csvs,
    twin,
  };
}

function soundTwin(bars: Bars, wish: TwinWish, name: string): Bars {
  if (bars.length < 2) throw new UserError(`${name}: ${bars.length} bar, a twin wants at least 2`);
  const twin = makeTwin(bars, wish);
  const [finding] = validateBars(twin, 1);
  if (finding === undefined) return twin;
  const { row, column, value } = finding;
  throw new UserError(
    `${name}: its ${wish.kind} twin would have ${column} ${value} at bar ${row}; choose a nearer factor or another kind`,
  );
}

function twinFacts(data: DataPackage, wish: TwinWish): TwinFacts {
  const { of, kind, seed } = wish;
  const { volatility, price } = scaleFactors(wish);
  return {
    of,
    kind,
    seed: kind === "mirror" ? null : seed,
    ...(kind === "rescaled" ? { volatilityFactor: volatility, priceFactor: price } : {}),
    sha256: data.resources.map(sha256Of),
  };
}

function sha256Of(resource: DataResource): string {
  return resource.hash.slice("sha256:".length);
}

function twinResource(source: DataResource, bars: Bars, csv: string): DataResource {
  return csvResource({
    name: source.name,
    symbol: source.walkforward.symbol,
    sha256: createHash("sha256").update(csv).digest("hex"),
    bytes: Buffer.byteLength(csv),
    bars: bars.length,
    daily: isDaily(bars.time),
  });
}
