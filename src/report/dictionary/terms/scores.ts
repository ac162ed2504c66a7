/** Parts of the benchmark's own scores. */
export const scoreTerms = {
  overall: {
    name: ["overall", "总分"],
    definition: [
      "0.75 × trading + 0.25 × quiz, unless the run states other weights.",
      "0.75×交易 + 0.25×测验（除非该次运行另行声明权重）。",
    ],
    unit: "points",
  },
  trading: {
    name: ["trading", "交易"],
    definition: [
      "50 + 50 × mean utility over the design and improve tasks: 0 nothing works, 25 never trades, 50 as good as cash.",
      "50 + 50×设计与改进任务的平均效用：0 全部失败，25 从不交易，50 与持现金相当。",
    ],
    unit: "points",
  },
  quiz: {
    name: ["quiz", "测验"],
    definition: [
      "Share of right answers, with the share that guessing earns taken off.",
      "答对比例，已扣除随机猜测所得。",
    ],
    unit: "points",
  },
  engineering: {
    name: ["engineering", "工程"],
    definition: [
      "Implement and repair tasks passed, and speed gained in speed tasks.",
      "实现与修复任务的通过率，以及提速任务的提速得分。",
    ],
    unit: "points",
  },
  rankRange: {
    name: ["rank range", "名次区间"],
    definition: [
      "Places this model may hold: 1 plus those significantly better, up to all but those significantly worse (paired t-tests, Holm, 5 %).",
      "可能的名次：从“1 加上显著更好的个数”到“总数减去显著更差的个数”（配对 t 检验，Holm 校正，5%）。",
    ],
    unit: "places",
  },
  utility: {
    name: ["utility U", "效用 U"],
    definition: [
      "max(−1, (1 − e)·[A·(R + S + D)/3 − 0.5·(1 − A)] − e): 1 best, 0 as good as cash, −0.5 never trades, −1 broken.",
      "max(−1, (1 − e)·[A·(R + S + D)/3 − 0.5·(1 − A)] − e)：1 最好，0 与持现金相当，−0.5 从不交易，−1 失败。",
    ],
    unit: "signed",
  },
  growth: {
    name: ["R, growth", "R 增长"],
    definition: [
      "Mean over the paths of log growth over the path’s own volatility, a third of it, between −3 and 1.",
      "各路径对数增长除以该路径自身波动率后的三分之一，限于 −3 至 1，取平均。",
    ],
    unit: "growthRange",
  },
  sharpePart: {
    name: ["S, Sharpe", "S 夏普"],
    definition: [
      "Probabilistic z of the Sharpe ratio of the returns of all paths together, a third of it.",
      "合并所有路径收益后的概率夏普 z 值的三分之一。",
    ],
    unit: "signed",
  },
  drawdownPart: {
    name: ["D, run-up against drawdown", "D 上行对回撤"],
    definition: [
      "Run-ups less drawdowns over their sum, over all paths.",
      "（上行 − 回撤）÷（上行 + 回撤），对所有路径求和。",
    ],
    unit: "signed",
  },
  activity: {
    name: ["A, activity", "A 活跃度"],
    definition: [
      "Mean exposure over 5 %, at most 1: a program that hardly trades earns hardly anything.",
      "平均敞口除以 5%，最大为 1：几乎不交易则几乎不得分。",
    ],
    unit: "share",
  },
  errors: {
    name: ["e, errors", "e 出错比例"],
    definition: [
      "Share of the paths on which the program erred, timed out or broke its mandate.",
      "程序出错、超时或违反授权的路径所占比例。",
    ],
    unit: "share",
  },
  growthZ: {
    name: ["z of growth", "增长 z 值"],
    definition: [
      "Log growth over the path’s own volatility times the root of its bars.",
      "对数增长除以（路径波动率 × 根数的平方根）。",
    ],
    unit: "deviations",
  },
  validAt1: {
    name: ["valid@1", "valid@1"],
    definition: [
      "Share of first attempts whose code ran to the end and passed every audit.",
      "首次作答中，代码跑完且通过全部审计的比例。",
    ],
    unit: "fraction",
  },
  mirageGap: {
    name: ["mirage gap", "幻象差"],
    definition: [
      "Utility on real history less utility on resampled twins of it: what a model may have known of history.",
      "真实历史上的效用减去其重采样孪生上的效用：模型可能“记得”历史的程度。",
    ],
    unit: "signed",
  },
  noiseReturn: {
    name: ["return on noise", "噪声收益"],
    definition: [
      "Return on a path without drift, where nothing can be earned without seeing the future.",
      "在无漂移的随机路径上的收益；不看未来就不可能持续盈利。",
    ],
    unit: "fraction",
  },
  cost: {
    name: ["cost", "费用"],
    definition: ["What the calls cost at the stated prices a million tokens.", "按每百万词元的标价计算的调用费用。"],
    unit: "dollars",
  },
  latency: {
    name: ["latency", "延迟"],
    definition: ["Median time from call to last byte of a reply.", "从发出请求到收到最后一个字节的中位时间。"],
    unit: "seconds",
  },
  fidelity: {
    name: ["fidelity", "保真度"],
    definition: [
      "Whether the targets equal the reference’s on every bar of every path, to 1e-9.",
      "每条路径每根 K 线的目标仓位是否与参考一致（误差 1e-9 以内）。",
    ],
    unit: "passOrFail",
  },
  speedScore: {
    name: ["speed score", "提速得分"],
    definition: [
      "ln(starter/program) over ln(starter/reference), between −1 and 1.5: 0 as slow as the starter, 1 as fast as the reference.",
      "ln(初始/程序) ÷ ln(初始/参考)，限于 −1 至 1.5：0 与初始同速，1 与参考同速。",
    ],
    unit: "speedRange",
  },
} as const;
