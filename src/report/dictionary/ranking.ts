/** Words of the ranking page and of the pages of models, tasks and pairs. */
export const rankingWords = {
  scoreChart: ["Overall score of each model with its 95 % interval", "各模型总分及其 95% 置信区间"],
  scoreAxis: ["overall score, points", "总分"],
} as const;
