import { basename } from "node:path";
import { marketPower } from "../../core/market/power/market-power.ts";
import { powerLines } from "../../core/market/power/power-lines.ts";
import type { Io } from "../io.ts";
import { checkAddOptions } from "./add-request.ts";
import type { CheckOptions } from "./check-command.ts";
import { type JudgedMarket, judgeFile } from "./judge-file.ts";
import { slowProgress } from "./slow-progress.ts";
import { type ShownMarket, summary } from "./summary.ts";
import { understoodRows } from "./summary-understood.ts";
import { verdict } from "./summary-verdict.ts";
import { terminalSize } from "./terminal-size.ts";

/** `data check FILE`: what `data add` would understand and find, nothing written; exit 3 on an error. */
export async function checkFile(file: string, options: CheckOptions, io: Io): Promise<void> {
  const progress = slowProgress(io);
  const { repair = false, repairAlso } = options;
  const wanted = {
    repair,
    ...(repairAlso === undefined ? {} : { repairAlso }),
    numbers: checkAddOptions({ id: "any" }),
  };
  const judged = await judgeFile(file, wanted, { cwd: io.cwd, onStage: progress.stage }).finally(progress.end);
  const usable = judged.bars.length > 0 && judged.findings.every(({ level }) => level !== "error");
  if (!usable) io.exit(3);
  // What was left out only to see the rest was not mended.
  const shown = {
    ...shownFile(file, judged, usable, options),
    repairs: repair || repairAlso !== undefined ? judged.repairs : [],
  };
  if (options.html !== undefined) {
    const { writeMarketPage } = await import("./market-page.ts");
    await writeMarketPage(io, options.html, { ...shown, name: basename(file), usable });
  }
  const { bars, market, ...rest } = judged;
  const facts = { file, ok: usable, ...rest, class: market, bars: bars.length };
  io.out(options.json ? `${JSON.stringify(facts, null, 2)}\n` : summary({ ...shown, heading: file }, terminalSize(io)));
}

function shownFile(file: string, judged: JudgedMarket, usable: boolean, { repairAlso }: CheckOptions): ShownMarket {
  const { bars, findings, repairs, understood, market } = judged;
  const mending = repairAlso !== undefined ? ` --repair-also ${repairAlso}` : repairs.length > 0 ? " --repair" : "";
  return {
    facts: Object.entries(judged.facts),
    understood: understoodRows(understood, market),
    bars: bars.length === 0 ? null : bars,
    findings,
    repairs,
    power: usable && bars.length > 2 ? powerLines(marketPower(bars)) : [],
    verdict: verdict({ findings, repair: "data add --repair", errorsAllowed: false }),
    next: usable ? `walkforward data add ${file} --id ${idOf(file)}${mending}` : null,
  };
}

/** An id after the name of a file. */
function idOf(file: string): string {
  const name = (file.split(/[\\/]/).at(-1) ?? "").replace(/(\.[a-z0-9]+)+$/i, "").toLowerCase();
  return name.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "my-market";
}
