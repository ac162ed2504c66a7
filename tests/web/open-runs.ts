import { pageScript } from "../../src/adapters/page-script.ts";
import { openRunsSource, type RunsSource } from "../../src/cli/view/viewer-source.ts";
import { missingPage } from "../../src/report/missing-page.ts";
import { openViewer, type Viewer } from "../../src/web/viewer.ts";

/** A viewer of a folder on a port of the system's choice, as the command opens it. */
export interface OpenRuns {
  readonly viewer: Viewer;
  readonly source: RunsSource;
  /** Faults of ours that it met. */
  readonly faults: readonly unknown[];
}

/** Opens it; close `viewer` afterwards. */
export async function openRuns(root: string): Promise<OpenRuns> {
  const script = await pageScript();
  const source = openRunsSource(root, script);
  const faults: unknown[] = [];
  const missing = missingPage({ benchmark: "0.1", script });
  const viewer = await openViewer({ source, port: 0, missing, onFault: (error) => faults.push(error) });
  return { viewer, source, faults };
}
