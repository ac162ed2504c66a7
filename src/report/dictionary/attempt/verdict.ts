/** The verdict of an attempt: what happened, what the program does. */
export const verdictWords = {
  runName: ["Run {run}", "运行 {run}"],
  scoresByTask: ["scores by task", "各任务得分"],
  track: ["track", "赛道"],
  level: ["level", "难度"],
  levelOf: ["{level} of 3", "{level}／3"],
  taskVersion: ["task version", "任务版本"],
  askedIn: ["asked in", "提问语言"],
  attemptNumber: ["attempt", "第几次作答"],
  stages: ["Stages", "阶段"],
  stageFailed: ["failed here", "在此失败"],
  stagePassed: ["passed", "已通过"],
  stageNotReached: ["not reached", "未到达"],
  seeLine: ["line {line} in the whole code", "在完整代码中查看第 {line} 行"],
  wholeMessage: ["the whole message, {count} characters", "完整信息，{count} 个字符"],
  verdictNotAttempted: [
    "Not attempted: the endpoint gave no answer. This does not count against the model.",
    "未作答：接口没有返回结果，不计入模型成绩。",
  ],
  verdictPassed: [
    "Passed: the positions equal the reference’s on every bar of all {paths} paths.",
    "通过：在全部 {paths} 条路径的每根 K 线上，仓位都与参考实现一致。",
  ],
  verdictFaster: [
    "Faithful: {times} times as fast as the starter, with the same positions. Speed score {score}.",
    "结果一致：速度是初始代码的 {times} 倍，仓位相同。提速得分 {score}。",
  ],
  verdictFailed: ["{reason} ({kind}).", "{reason}（{kind}）。"],
  verdictFailedAt: ["{reason} ({kind}, at stage “{stage}”).", "{reason}（{kind}，阶段“{stage}”）。"],
  verdictLooksAhead: [
    "Looks ahead: on path {path} the target of bar {bar} changes when bars after {cut} are altered.",
    "使用了未来数据：在路径 {path} 上，改动第 {cut} 根之后的 K 线，第 {bar} 根的目标仓位随之改变。",
  ],
  verdictLooksAheadCut: [
    "Looks ahead: on path {path} the target of bar {bar} changes when bars after {cut} are cut off.",
    "使用了未来数据：在路径 {path} 上，截去第 {cut} 根之后的 K 线，第 {bar} 根的目标仓位随之改变。",
  ],
  verdictMayDepend: [
    "A target may depend only on its own bar and earlier ones. Not scored.",
    "目标仓位只能取决于当根及更早的 K 线。不予计分。",
  ],
  verdictAllFailed: [
    "Failed on every path, {all} in all ({kinds}): U = {value}.",
    "全部 {all} 条路径均失败（{kinds}）：U = {value}。",
  ],
  verdictSomeFailed: ["{some} of {all} paths failed ({kinds}).", "{all} 条路径中有 {some} 条失败（{kinds}）。"],
  verdictScored: ["Scored U = {value}: {meaning}.", "得分 U = {value}：{meaning}。"],
  verdictReturn: ["Mean return over {paths} paths {own}.", "{paths} 条路径的平均收益率 {own}。"],
  verdictReturnBeside: [
    "Mean return over {paths} paths {own}, buying and holding {held}.",
    "{paths} 条路径的平均收益率 {own}，买入持有为 {held}。",
  ],
  meansIdle: ["it hardly ever trades", "几乎不交易"],
  meansBetter: ["better than holding cash", "优于持有现金"],
  meansLikeCash: ["about as good as holding cash", "与持有现金相当"],
  meansWorse: ["worse than holding cash", "不如持有现金"],
  meansWorst: ["worse than never trading", "不如从不交易"],
  doesHead: ["What it does", "策略行为"],
  doesNothing: ["It never holds a position.", "从不持仓。"],
  doesLong: [
    "Long only: in the market {time} of the time, with {size} of equity on average while it is.",
    "只做多：{time} 的时间持仓，持仓时平均占净值 {size}。",
  ],
  doesShort: [
    "Short only: in the market {time} of the time, with {size} of equity on average while it is.",
    "只做空：{time} 的时间持仓，持仓时平均占净值 {size}。",
  ],
  doesBoth: [
    "Long {long} and short {short} of the time, with {size} of equity on average while in the market.",
    "{long} 的时间做多，{short} 的时间做空，持仓时平均占净值 {size}。",
  ],
  doesTrade: [
    "{trades} trades a year, held for {bars} bars (median); turnover {turnover} times equity a year.",
    "每年 {trades} 笔交易，持仓中位数 {bars} 根 K 线；年换手为净值的 {turnover} 倍。",
  ],
  doesFollow: [
    "It follows the trend: its target goes with the move of the last {bars} bars (correlation {correlation}).",
    "顺势：目标仓位与最近 {bars} 根 K 线的涨跌同向（相关系数 {correlation}）。",
  ],
  doesFade: [
    "It trades against the move of the last {bars} bars (correlation {correlation}).",
    "逆势：目标仓位与最近 {bars} 根 K 线的涨跌反向（相关系数 {correlation}）。",
  ],
  doesNotReact: [
    "Its target hardly goes with past moves (at most {correlation}, over {bars} bars).",
    "目标仓位与过去的涨跌关系不大（最大为 {correlation}，对应 {bars} 根 K 线）。",
  ],
  doesHold: ["Its target never changes.", "目标仓位始终不变。"],
  doesShrink: [
    "It holds less where the market is volatile (correlation {correlation}).",
    "市场波动大时减小仓位（相关系数 {correlation}）。",
  ],
  doesGrow: [
    "It holds more where the market is volatile (correlation {correlation}).",
    "市场波动大时加大仓位（相关系数 {correlation}）。",
  ],
  doesStop: ["Of its trades stops ended: {stops}.", "由止损止盈结束的交易占比：{stops}。"],
} as const;
