import type { Manifest } from "../core/manifest.ts";
import { formatScore } from "../core/ranking/format-score.ts";
import type { Ranking } from "../core/ranking/ranking.ts";
import { html } from "./html.ts";

/** What the ranking page shows. */
export interface RankingPageInput {
  readonly manifest: Manifest;
  readonly ranking: Ranking;
}

/** index.html of a run: who ranks where, and why. */
export function rankingPage({ manifest, ranking }: RankingPageInput): string {
  const rows = ranking.models.map(
    (row) =>
      html`<tr><td>${row.rank ?? "–"}</td><td>${row.model}</td><td>${formatScore(row.overall, row.se.overall)}</td></tr>`,
  );
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${manifest.run}</title></head>
<body><h1>${manifest.run}</h1><table><tr><th>rank<th>model<th>overall</tr>${rows}</table></body></html>`.text;
}
