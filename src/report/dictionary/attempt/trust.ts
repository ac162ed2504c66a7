/** What speaks for a result and against it. */
export const trustWords = {
  trustHead: ["Can it be trusted", "结果可信吗"],
  trustNotAudited: ["not audited: the program did not get that far.", "未审计：程序没有运行到这一步。"],
  trustNoLookAhead: [
    "clean in {probes} probes: later bars taken away or replaced change no earlier target.",
    "{probes} 次探测均无问题：截去或替换之后的 K 线，不影响之前的目标仓位。",
  ],
  trustLooksAhead: [
    "found on {path}: the target of bar {bar} depends on bars after {cut}.",
    "在 {path} 上发现：第 {bar} 根的目标仓位依赖第 {cut} 根之后的数据。",
  ],
  trustRandom: ["two runs gave different positions.", "两次运行的仓位不同。"],
  trustSame: ["two runs gave the same positions, bit for bit.", "两次运行的仓位逐位相同。"],
  trustNoLiterals: [
    "no date, year, time stamp or price level in the code.",
    "代码中没有日期、年份、时间戳或价位常数。",
  ],
  trustLiterals: [
    "{count} worth a look (lines {lines}): evidence, no verdict.",
    "{count} 处值得查看（第 {lines} 行）：仅为线索，不作判定。",
  ],
  trustAboveCash: [
    "path by path {value} on average (95 %: {low} to {high}, p {p}): above cash beyond chance.",
    "逐路径平均 {value}（95%：{low} 至 {high}，p {p}）：显著优于现金。",
  ],
  trustBelowCash: [
    "path by path {value} on average (95 %: {low} to {high}, p {p}): below cash beyond chance.",
    "逐路径平均 {value}（95%：{low} 至 {high}，p {p}）：显著不如现金。",
  ],
  trustLikeCash: [
    "path by path {value} on average (95 %: {low} to {high}, p {p}): cannot be told from cash.",
    "逐路径平均 {value}（95%：{low} 至 {high}，p {p}）：与现金无显著差异。",
  ],
  trustAboveMarket: [
    "less buy-and-hold’s on the same path {value} (95 %: {low} to {high}, p {p}): better beyond chance.",
    "减去同一路径买入持有的效用为 {value}（95%：{low} 至 {high}，p {p}）：显著更好。",
  ],
  trustBelowMarket: [
    "less buy-and-hold’s on the same path {value} (95 %: {low} to {high}, p {p}): worse beyond chance.",
    "减去同一路径买入持有的效用为 {value}（95%：{low} 至 {high}，p {p}）：显著更差。",
  ],
  trustLikeMarket: [
    "less buy-and-hold’s on the same path {value} (95 %: {low} to {high}, p {p}): no difference that chance would not make.",
    "减去同一路径买入持有的效用为 {value}（95%：{low} 至 {high}，p {p}）：差异不显著。",
  ],
  trustPsr: [
    "{psr} that the Sharpe ratio of all paths together is above 0, at the length of one path.",
    "按一条路径的长度计，全部路径合并的夏普大于 0 的概率为 {psr}。",
  ],
  trustNoise: [
    "{return} on the driftless path (probabilistic Sharpe {psr}): it earns nothing there beyond chance.",
    "无漂移路径上收益 {return}（概率夏普 {psr}）：没有超出偶然的盈利。",
  ],
  trustEarnsOnNoise: [
    "{return} on the driftless path (probabilistic Sharpe {psr}): where nothing can be earned, it earns.",
    "无漂移路径上收益 {return}（概率夏普 {psr}）：在本不可能盈利之处盈利。",
  ],
  trustMirage: [
    "{gap} better on real history than on its twins (p {p}): it may remember history.",
    "真实历史上的效用比孪生高 {gap}（p {p}）：可能“记得”历史。",
  ],
  trustNoMirage: [
    "{gap} between real history and its twins (p {p}): no sign that it remembers history.",
    "真实历史与孪生之差 {gap}（p {p}）：没有记忆历史的迹象。",
  ],
  trustCheap: [
    "it still earns at {times} times the costs ({return} on average).",
    "成本提高到 {times} 倍时仍然盈利（平均 {return}）。",
  ],
  trustDear: ["at {times} times the costs nothing is left.", "成本提高到 {times} 倍时盈利消失。"],
} as const;
