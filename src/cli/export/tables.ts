import type { ExportSource } from "./export-source.ts";
import type { Table, TableName } from "./table.ts";
import { attemptsTable } from "./tables/attempts-table.ts";
import { curvesTable } from "./tables/curves-table.ts";
import { metricsTable } from "./tables/metrics-table.ts";
import { quizTable } from "./tables/quiz-table.ts";
import { rankingTable } from "./tables/ranking-table.ts";

/** How each table is made from a stored run. */
export const tables: Readonly<Record<TableName, (source: ExportSource) => Table>> = {
  attempts: attemptsTable,
  metrics: metricsTable,
  curves: curvesTable,
  quiz: quizTable,
  ranking: rankingTable,
};
