import type { QuizItem } from "../item.ts";
import { backtestFallaciesItems } from "./backtest-fallacies.ts";
import { costsItems } from "./costs.ts";
import { derivativesItems } from "./derivatives.ts";
import { executionItems } from "./execution.ts";
import { futuresItems } from "./futures.ts";
import { fxCryptoItems } from "./fx-crypto.ts";
import { marketKnowledgeItems } from "./market-knowledge.ts";
import { numericsItems } from "./numerics.ts";
import { orderTypesItems } from "./order-types.ts";
import { portfolioItems } from "./portfolio.ts";
import { returnsRiskItems } from "./returns-risk.ts";
import { riskManagementItems } from "./risk-management.ts";
import { statisticsItems } from "./statistics.ts";
import { timeSeriesItems } from "./time-series.ts";

/** Every authored item of the quiz, topic by topic. */
export const quizItems: readonly QuizItem[] = [
  ...returnsRiskItems,
  ...executionItems,
  ...orderTypesItems,
  ...costsItems,
  ...backtestFallaciesItems,
  ...statisticsItems,
  ...timeSeriesItems,
  ...portfolioItems,
  ...derivativesItems,
  ...futuresItems,
  ...fxCryptoItems,
  ...riskManagementItems,
  ...marketKnowledgeItems,
  ...numericsItems,
];
