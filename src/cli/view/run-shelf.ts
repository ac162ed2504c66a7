import type { PageScript } from "../../adapters/page-script.ts";
import type { FoundRun } from "./find-runs.ts";
import { refuseForeignLinks } from "./foreign-links.ts";
import { openRunBook, type RunBook } from "./run-book.ts";
import { type RunView, viewRun } from "./run-view.ts";

/** Runs that were opened lately. */
export interface RunShelf {
  /** What changes whenever the records of a run do; null if it is gone. */
  version(run: FoundRun): string | null;
  /** The run as it stands. @throws UserError if a file of it is damaged or leads elsewhere */
  view(run: FoundRun): Promise<RunView>;
}

/** Runs whose records are kept in memory. */
const mostOpen = 3;

/** Opens runs below `root`, a real path, as they are asked for; the one not asked for longest goes first. */
export function createRunShelf(root: string, script: PageScript): RunShelf {
  const open = new Map<string, { readonly book: RunBook; view: Promise<RunView> | null; version: string | null }>();
  const take = (dir: string) => {
    const known = open.get(dir) ?? { book: openRunBook(dir), view: null, version: null };
    open.delete(dir);
    open.set(dir, known);
    for (const other of open.keys()) if (open.size > mostOpen) open.delete(other);
    return known;
  };
  return {
    version: ({ dir }) => (open.get(dir)?.book ?? openRunBook(dir)).version(),
    view: ({ dir }) => {
      const entry = take(dir);
      const version = entry.book.version();
      if (entry.view !== null && version !== null && version === entry.version) return entry.view;
      const view = (async () => {
        refuseForeignLinks(root, dir);
        const read = await entry.book.read();
        return viewRun(read.run, read.version, script);
      })();
      [entry.view, entry.version] = [view, version];
      view.catch(() => {
        if (entry.view === view) entry.view = null;
      });
      return view;
    },
  };
}
