/** Terms of the tests and pictures that compare models. */
export const statisticsTerms = {
  pValue: {
    name: ["p", "p 值"],
    definition: [
      "Chance of a difference this large if the two were equally good (paired t-test over tasks).",
      "若二者同样好，出现如此大差异的概率（以任务为单位的配对 t 检验）。",
    ],
    unit: "share",
  },
  holm: {
    name: ["Holm’s correction", "Holm 校正"],
    definition: [
      "p-values raised for the number of pairs tested, so that any false difference among all of them comes up in 1 run of 20 at most.",
      "按检验对数调高 p 值，使全部配对中出现任何一个虚假差异的概率不超过 5%。",
    ],
    unit: "share",
  },
  frontier: {
    name: ["Pareto frontier", "帕累托前沿"],
    definition: [
      "Models that no other beats: none is as cheap (or as fast) and as good, and better in one of the two.",
      "不被任何其他模型全面超过的模型：没有别的模型同样便宜（或同样快）且同样好，并在其中一项更优。",
    ],
    unit: "none",
  },
  standardError: {
    name: ["standard error", "标准误"],
    definition: [
      "Standard deviation over the tasks, over the root of their number.",
      "各任务得分的标准差除以任务数的平方根。",
    ],
    unit: "points",
  },
  pairedDifference: {
    name: ["paired difference", "配对差异"],
    definition: [
      "Score of one model less that of the other, task by task on the same paths, averaged.",
      "两个模型在相同任务与路径上逐题得分之差的平均。",
    ],
    unit: "points",
  },
  contribution: {
    name: ["contribution", "贡献"],
    definition: [
      "What one task adds to the difference of the overall scores: its difference times the weight of its part, over the number of tasks there.",
      "单个任务对总分之差的贡献：该题之差乘以所属部分的权重，再除以该部分的题数。",
    ],
    unit: "points",
  },
} as const;
