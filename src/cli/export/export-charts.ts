import { join } from "node:path";
import { pageScript } from "../../adapters/page-script.ts";
import { writeFileAtomic } from "../../adapters/shared/write-file-atomic.ts";
import { UserError } from "../../core/failure.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { standaloneSvgs } from "../../report/charts/standalone-svg.ts";
import { openRunBook } from "../view/run-book.ts";
import { viewRun } from "../view/run-view.ts";

/** Which charts are exported, and where. */
export interface ChartsRequest {
  /** Run folder. */
  readonly dir: string;
  /** Folder of the files: `<out>/charts/<page>/<place>-<what>.svg`. */
  readonly out: string;
  /** Pages by their names in the run folder; empty for all but those of the attempts. */
  readonly pages: readonly string[];
}

/**
 * Writes each chart of the pages as an SVG of its own, in light colours and English; returns the files.
 *
 * @throws UserError if there is no such page
 */
export async function exportCharts(request: ChartsRequest, signal: AbortSignal): Promise<readonly string[]> {
  const { run, version } = await openRunBook(request.dir).read();
  const { files } = viewRun(run, version, await pageScript());
  const html = [...files.keys()].filter((name) => files.get(name)?.type === "html");
  for (const page of request.pages) if (!html.includes(page)) throw noPage(page, html);
  const pages = request.pages.length > 0 ? request.pages : html.filter((name) => !name.startsWith("strategies/"));
  const written: string[] = [];
  for (const page of pages) {
    signal.throwIfAborted();
    const charts = standaloneSvgs((await files.get(page)?.render()) ?? "");
    for (const [i, { label, svg }] of charts.entries()) {
      const place = String(i + 1).padStart(2, "0");
      const file = join(request.out, "charts", page.replace(/\.html$/, ""), `${place}-${slug(label)}.svg`);
      writeFileAtomic(file, svg);
      written.push(file);
    }
  }
  return written;
}

/** "Equity of path p1" as "equity-of-path-p1". */
function slug(label: string): string {
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? ["chart"];
  return words.join("-").slice(0, 60).replace(/-$/, "");
}

function noPage(page: string, pages: readonly string[]): UserError {
  const near = nearestName(page, pages);
  return new UserError(
    `The run has no page ${page}: name one as it lies in the run folder, such as ${near ?? "index.html"}.`,
  );
}
