/** How the ranking page explains its numbers. */
export const readingWords = {
  howToRead: ["How to read these numbers", "如何解读这些数字"],
  readUtility: [
    "{utility} judges one program on the eight paths of its task: stretches of real markets, their mirror images and resampled twins, rising, falling and flat. It is the mean of three parts: growth against the path’s own volatility (R), the statistical strength of the Sharpe ratio over all paths (S), and run-ups against drawdowns (D). A program that hardly trades is drawn towards −0.5, each path with an error towards −1. Code that does not run, refuses or looks ahead has U = −1.",
    "{utility}在任务的八条路径上评价一个程序：真实行情片段、其镜像与重采样孪生，有涨、有跌、有横盘。它是三部分的均值：相对路径自身波动的增长（R）、全部路径上夏普比率的统计强度（S）、上行对回撤（D）。几乎不交易的程序被拉向 −0.5，每条出错的路径拉向 −1。无法运行、拒绝作答或前视的代码 U = −1。",
  ],
  readScores: [
    "{trading} = 50 + 50 × mean U: 0 nothing works, 25 never trades, 50 as good as cash. {quiz}: guess-corrected share of right answers × 100. {engineering}: tasks whose answer must equal a reference or be faster than it.",
    "{trading} = 50 + 50 × 平均 U：0 全部失败，25 从不交易，50 与持现金相当。{quiz}：扣除猜测后的答对比例 × 100。{engineering}：答案必须与参考一致或比初始更快的任务。",
  ],
  readRange: [
    "{range} “2–6”: one model is significantly better, and the ones below place 6 are significantly worse. Two models whose ranges overlap may owe their order to chance. The unit of every test is the task, and models are compared on the same tasks and paths.",
    "{range}“2–6”：有一个模型显著更好，第 6 名之后的显著更差。区间重叠的两个模型，其先后可能出于偶然。所有检验以任务为单位，模型在相同任务和路径上比较。",
  ],
} as const;
