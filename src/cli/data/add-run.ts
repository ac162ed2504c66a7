import { marketPower } from "../../core/market/power/market-power.ts";
import { powerLines } from "../../core/market/power/power-lines.ts";
import type { Io } from "../io.ts";
import { type AddedMarket, addMarket } from "./add-market.ts";
import type { AddOptions } from "./add-request.ts";
import { dataFolder } from "./data-folder.ts";
import { slowProgress } from "./slow-progress.ts";
import { backtestOf, type ShownMarket, summary } from "./summary.ts";
import { understoodRows } from "./summary-understood.ts";
import { verdict } from "./summary-verdict.ts";
import { terminalSize } from "./terminal-size.ts";

/** Does what `data add` was asked for, and shows it; exit 3 where the file was refused. */
export async function runAdd(file: string, options: AddOptions, io: Io): Promise<AddedMarket> {
  const progress = slowProgress(io);
  const place = { cwd: io.cwd, folder: dataFolder(io, options.dir), onStage: progress.stage };
  const added = await addMarket(file, options, place).finally(progress.end);
  if (added.outcome === "refused") io.exit(3);
  const shown = shownMarket(added, options);
  if (options.html !== undefined) {
    const { writeMarketPage } = await import("./market-page.ts");
    await writeMarketPage(io, options.html, { ...shown, name: marketName(added), usable: added.outcome !== "refused" });
  }
  const heading = `${file} ${headings[added.outcome]} ${marketName(added)}`;
  io.out(
    options.json ? `${JSON.stringify(addedFacts(added), null, 2)}\n` : summary({ ...shown, heading }, terminalSize(io)),
  );
  return added;
}

/** What `--json` prints: all but the bars. */
function addedFacts({ bars, data, market, ...rest }: AddedMarket): object {
  return { ...rest, class: market, bars: bars.length, package: data };
}

const headings: Readonly<Record<AddedMarket["outcome"], string>> = {
  added: "added as",
  replaced: "replaces",
  appended: "added to",
  unchanged: "is already, byte for byte,",
  refused: "refused, nothing was written for",
};

/** As `--market` takes it. */
function marketName({ outcome, id, symbol }: AddedMarket): string {
  return outcome === "appended" ? `${id}/${symbol}` : id;
}

function shownMarket(added: AddedMarket, options: AddOptions): ShownMarket {
  const { bars, findings, repairs, outcome, facts } = added;
  return {
    facts: Object.entries(facts),
    understood: understoodRows(added.understood, added.market),
    bars: bars.length === 0 ? null : bars,
    findings,
    // What was left out only to see the rest was not mended.
    repairs: outcome === "refused" && !options.repair && options.repairAlso === undefined ? [] : repairs,
    power: bars.length < 3 || outcome === "refused" ? [] : powerLines(marketPower(bars)),
    verdict: verdict({
      findings,
      repair: "--repair",
      errorsAllowed: options.allowErrors === true && outcome !== "refused",
    }),
    next: outcome === "refused" ? null : backtestOf(marketName(added)),
  };
}
