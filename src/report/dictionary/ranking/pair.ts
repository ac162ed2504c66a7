/** Words of the page of a pair. */
export const pairWords = {
  pairTitle: ["{a} against {b}, {run}", "{a} 对 {b}，{run}"],
  pairHeading: ["{a} against {b}", "{a} 对 {b}"],
  pairAhead: [
    "{ahead} is ahead of {behind} by {points} points of Overall (95 % interval {low} to {high}; {p}; {pHolm} after {holm}).",
    "{ahead} 的总分领先 {behind} {points} 分（95% 置信区间 {low} 至 {high}；{p}；{holm}后 {pHolm}）。",
  ],
  pairSignificant: [
    "The difference is significant at 5 % among all pairs of the run.",
    "在本次评测的全部配对中，该差异在 5% 水平上显著。",
  ],
  pairChance: [
    "Among all pairs of the run this difference may be chance.",
    "就本次评测的全部配对而言，该差异可能出于偶然。",
  ],
  pairParts: ["By part", "按部分"],
  partHead: ["part", "部分"],
  unitsHead: ["tasks or templates", "任务或题模数"],
  aAhead: ["{a} ahead", "{a} 领先"],
  equalHead: ["equal", "持平"],
  weightHead: ["weight", "权重"],
  pairDecide: ["Which tasks decide", "由哪些题目决定"],
  pairDecideNote: [
    "{contribution} of single tasks and quiz templates to the difference of the overall scores, the largest first. The contributions of all add up to the difference.",
    "单个任务与测验题模对总分之差的{contribution}，由大到小；全部贡献之和即为总分之差。",
  ],
  pairHalf: [
    "{count} of {all} make up more than half of what speaks for {ahead}.",
    "{all} 道题中的 {count} 道占了有利于 {ahead} 的一半以上。",
  ],
  unitHead: ["task or template", "任务或题模"],
  contributionHead: ["contribution, points", "贡献，分"],
  pairTrading: ["Trading, task by task", "交易，逐题"],
  pairEngineering: ["Engineering, task by task", "工程，逐题"],
  pairQuiz: ["Quiz, by topic", "测验，按主题"],
  pairBars: ["Difference at each task", "各题之差"],
  pairBarsNote: [
    "Right: {a} better. Left: {b} better. The line is the mean, the band its 95 % interval.",
    "右侧：{a} 更好；左侧：{b} 更好。竖线为均值，色带为其 95% 置信区间。",
  ],
  pairAxis: ["difference, points", "差，分"],
  allUnits: ["All tasks", "全部任务"],
  allTemplates: [
    "Quiz templates on which they differ ({count} of {all})",
    "二者得分不同的测验题模（{all} 个中的 {count} 个）",
  ],
  pairEqualQuiz: ["They have the same score on every quiz template.", "二者在每个测验题模上得分相同。"],
} as const;
