import type { QuizTemplate } from "../template.ts";
import { backtestFallacies } from "./backtest-fallacies.ts";
import { costs } from "./costs.ts";
import { derivatives } from "./derivatives.ts";
import { execution } from "./execution.ts";
import { futures } from "./futures.ts";
import { fxCrypto } from "./fx-crypto.ts";
import { marketKnowledge } from "./market-knowledge.ts";
import { numerics } from "./numerics.ts";
import { orderTypes } from "./order-types.ts";
import { portfolio } from "./portfolio.ts";
import { returnsRisk } from "./returns-risk.ts";
import { riskManagement } from "./risk-management.ts";
import { statistics } from "./statistics.ts";
import { timeSeries } from "./time-series.ts";

/** Every template of the quiz, topic by topic. */
export const quizTemplates: readonly QuizTemplate[] = [
  ...returnsRisk,
  ...execution,
  ...orderTypes,
  ...costs,
  ...backtestFallacies,
  ...statistics,
  ...timeSeries,
  ...portfolio,
  ...derivatives,
  ...futures,
  ...fxCrypto,
  ...riskManagement,
  ...marketKnowledge,
  ...numerics,
];
