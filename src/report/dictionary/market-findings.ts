/**
 * What the lint finds, power tells and repair does, in English as they say it and in Chinese. {names} stand for what differs; a noun
 * behind a number is written in the plural. Of two that fit a sentence the first is taken.
 */
export const marketSentences: readonly (readonly [en: string, zh: string])[] = [
  ["{n} rows without a time", "{n} 行没有时间"],
  ["{n} rows without a price, first {columns} of {time}", "{n} 行缺少价格，首处为 {time} 的 {columns}"],
  [
    "{n} rows with a price of zero or less, first {column} {value} on {time}",
    "{n} 行的价格为零或负数，首处为 {time}，{column} = {value}",
  ],
  ["{n} bars copied, first {time} from {from}", "{n} 根 K 线系复制而来，首处 {time}，复制自 {from}"],
  [
    "{n} bars of a time already there, first {time}: close {a} and {b}",
    "{n} 根 K 线时间重复而价格不同，首处 {time}：收盘价 {a} 与 {b}",
  ],
  ["{n} bars repeated without a change, first {time}", "{n} 根 K 线完全重复，首处 {time}"],
  ["none of {n} rows is a bar", "{n} 行中没有一根有效 K 线"],
  ["{n} usable bars", "有效 K 线 {n} 根"],
  ["{n} bars of one price, {from} to {to}", "{n} 根 K 线四价相同，{from} 至 {to}"],
  ["{n} bars of one price ({share}), first {time}", "{n} 根 K 线四价相同（{share}），首处 {time}"],
  ["{n} sessions missing between {from} and {to}", "{from} 与 {to} 之间缺少 {n} 个交易日"],
  [
    "{n} sessions missing ({share}) in {places} places, first {time}",
    "缺少 {n} 个交易日（{share}），共 {places} 处，首处 {time}",
  ],
  ["{n} bars while New York was closed, first {time}", "{n} 根 K 线落在纽约休市日，首处 {time}"],
  [
    "{n} bars, worst by {miss} on {time} (open {o}, high {h}, low {l}, close {c})",
    "{n} 根 K 线，最多相差 {miss}，{time}（开 {o}，高 {h}，低 {l}，收 {c}）",
  ],
  ["most bars are {step} apart, {interval} is stated", "多数 K 线间隔 {step}，而声明的周期为 {interval}"],
  [
    "{n} bars {step} apart, {from} to {to}, the rest {usual}",
    "{n} 根 K 线间隔 {step}，{from} 至 {to}，其余间隔 {usual}",
  ],
  [
    "close {a} after {b} ({move}) on {time}, and nothing follows that would confirm it",
    "{time} 收盘价 {a}，前一根 {b}（{move}），其后没有 K 线可以印证",
  ],
  ["close {a} after {b} ({move}) on {time}", "{time} 收盘价 {a}，前一根 {b}（{move}）"],
  [
    "{n} bars missing inside sessions ({share}), the longest run of {run} before {time}",
    "交易时段内缺少 {n} 根 K 线（{share}），最长连续 {run} 根，在 {time} 之前",
  ],
  [
    "{n} bars ({share}) beside the times of the others, first {time}",
    "{n} 根 K 线（{share}）的时间与其余不对齐，首处 {time}",
  ],
  ["newest bar first", "最新的 K 线在最前"],
  ["{n} bars out of order in a file oldest first, first {time}", "文件由旧到新，其中 {n} 根 K 线乱序，首处 {time}"],
  ["{n} bars out of order in a file newest first, first {time}", "文件由新到旧，其中 {n} 根 K 线乱序，首处 {time}"],
  [
    "{n} bars far off and back again, first {column} {value} ({move}) on {time}",
    "{n} 根 K 线的价格远远偏离后立即恢复，首处 {time}，{column} = {value}（{move}）",
  ],
  [
    "{n} opens beyond the daily limit of {limit}, first {time}: open {a} after close {b}",
    "{n} 个开盘价超出 {limit} 的涨跌停限制，首处 {time}：开盘 {a}，前收 {b}",
  ],
  [
    "{n} bars at another scale, {from} to {to}: close {a} beside {b}, {k} times the rest",
    "{n} 根 K 线价格量级不同，{from} 至 {to}：收盘价 {a}，相邻为 {b}，是其余的 {k} 倍",
  ],
  [
    "{n} bars at another scale, {from} to {to}: close {a} beside {b}",
    "{n} 根 K 线价格量级不同，{from} 至 {to}：收盘价 {a}，相邻为 {b}",
  ],
  ["half of the closes are above {value}, all whole numbers", "半数收盘价高于 {value}，且全为整数"],
  [
    "only {share} of the activity falls into the hours of {exchange}: times are about {n} hours late",
    "只有 {share} 的交易活动落在 {exchange} 的交易时段内：时间约晚了 {n} 小时",
  ],
  [
    "only {share} of the activity falls into the hours of {exchange}: times are about {n} hours early",
    "只有 {share} 的交易活动落在 {exchange} 的交易时段内：时间约早了 {n} 小时",
  ],
  ["{n} bars ({share}) outside the hours of {exchange}", "{n} 根 K 线（{share}）在 {exchange} 的交易时段之外"],
  [
    "weeks open {n} hours late of Sunday 17:00 in New York (from {time}): times are off by about as much",
    "每周开盘比纽约周日 17:00 晚 {n} 小时（自 {time} 起）：时间大约相差同样多",
  ],
  [
    "weeks open {n} hours early of Sunday 17:00 in New York (from {time}): times are off by about as much",
    "每周开盘比纽约周日 17:00 早 {n} 小时（自 {time} 起）：时间大约相差同样多",
  ],
  [
    "open {a} after close {b} on {time}, a ratio of {ratio}: perhaps a {name} split",
    "{time} 开盘 {a}，前收 {b}，比值 {ratio}：可能是 {name} 拆股",
  ],
  [
    "open {a} after close {b} on {time}, a ratio of {ratio}: a {name} split",
    "{time} 开盘 {a}，前收 {b}，比值 {ratio}：{name} 拆股",
  ],
  [
    "{n} bars like the one before (close {close}), from {time}",
    "自 {time} 起 {n} 根 K 线与前一根相同（收盘价 {close}）",
  ],
  ["volume 0 on {n} bars whose price moved, first {time}", "{n} 根 K 线价格有变动而成交量为 0，首处 {time}"],
  [
    "volume {k} times that of the three months before, from about {time}",
    "约自 {time} 起，成交量为此前三个月的 {k} 倍",
  ],
  ["volume {value} on {time}", "{time} 的成交量为 {value}"],
  ["{n} bars without a trade or a move, first {time}", "{n} 根 K 线没有成交也没有变动，首处 {time}"],
  ["no volume on {n} bars ({share})", "{n} 根 K 线没有成交量（{share}）"],
  [
    "{n} bars ({share}) at weekends, first {time}, with the range and volume of sessions",
    "{n} 根 K 线（{share}）在周末，首处 {time}，振幅与成交量如同正常交易日",
  ],
  [
    "{n} bars ({share}) at weekends, first {time}, without the range or volume of sessions",
    "{n} 根 K 线（{share}）在周末，首处 {time}，振幅与成交量不像正常交易日",
  ],
  ["{n} bars of {all} on Saturdays and Sundays", "{all} 根 K 线中有 {n} 根在周六、周日"],
  ["{a} bars on Sundays, {b} on Fridays: dates are a day early", "周日有 {a} 根 K 线，周五有 {b} 根：日期早了一天"],
  ["{a} bars on Saturdays, {b} on Mondays: dates are a day late", "周六有 {a} 根 K 线，周一有 {b} 根：日期晚了一天"],
  [
    "no clock is stated, UTC was taken; days run from {from} to {to}, the hours of no exchange in UTC",
    "未注明时区，按 UTC 处理；每日从 {from} 到 {to}，没有交易所按 UTC 在此时段交易",
  ],
  [
    "no clock is stated, UTC was taken; days run from {from} to {to}, the hours of {exchange} (and of {others})",
    "未注明时区，按 UTC 处理；每日从 {from} 到 {to}，与 {exchange} 的交易时段相符（{others} 亦然）",
  ],
  [
    "no clock is stated, UTC was taken; days run from {from} to {to}, the hours of {exchange}",
    "未注明时区，按 UTC 处理；每日从 {from} 到 {to}，与 {exchange} 的交易时段相符",
  ],
  ["power: none, the price never moves", "无统计功效：价格从未变动"],
  [
    "power: {n} bars, {span}; its returns count as {m} independent ones, for its volatility as {k}",
    "{n} 根 K 线，{span}；其收益相当于 {m} 个独立收益，就波动率而言相当于 {k} 个",
  ],
  [
    "power: {n} bars, {span}; its returns count as {m} independent ones",
    "{n} 根 K 线，{span}；其收益相当于 {m} 个独立收益",
  ],
  [
    "tells a Sharpe difference of {a} ({b} where returns correlate at 0.5): 80 % power, 5 % two-sided",
    "可分辨的夏普比率之差为 {a}（收益相关系数为 0.5 时为 {b}）：功效 80 %，双侧显著性 5 %",
  ],
  ["too short to tell any two strategies apart", "太短，无法分辨任何两个策略"],
  [
    "a difference of 1.0 takes {a} ({b} at 0.5), one of 0.5 {c} ({d} at 0.5)",
    "分辨 1.0 的差距需要 {a}（相关 0.5 时 {b}），0.5 的差距需要 {c}（相关 0.5 时 {d}）",
  ],
  [
    "baselines: {some} of {all} pairs told apart by their returns (HAC, Holm at 5 %)",
    "基准策略：{all} 对中有 {some} 对可由收益分辨（HAC，Holm 校正，5 %）",
  ],
  ["so that it loads: {done}", "为使其可加载：{done}"],
  ["{n} rows without a time dropped", "删除 {n} 行没有时间的记录"],
  ["{n} rows without a price dropped", "删除 {n} 行没有价格的记录"],
  ["{n} rows with a price of zero or less dropped", "删除 {n} 行价格为零或负数的记录"],
  ["{n} rows repeating a bar dropped", "删除 {n} 行重复的 K 线"],
  [
    "{n} bars of a time already there dropped, the first of the file kept",
    "删除 {n} 根时间重复的 K 线，保留文件中的第一根",
  ],
  ["{n} copied bars dropped", "删除 {n} 根复制的 K 线"],
  ["{n} weekend bars dropped", "删除 {n} 根周末 K 线"],
  ["{n} bars far off dropped", "删除 {n} 根价格远远偏离的 K 线"],
  ["high and low of {n} bars widened to hold open and close", "扩大 {n} 根 K 线的最高价与最低价以包含开盘价和收盘价"],
  ["negative volume of {n} bars marked as unknown", "将 {n} 根 K 线的负成交量标记为未知"],
  ["volume 0 of {n} bars marked as unknown", "将 {n} 根 K 线的零成交量标记为未知"],
  [
    "prices before {n} splits ({names}) divided by the ratio, volume multiplied",
    "{n} 次拆股（{names}）之前的价格除以比率，成交量乘以比率",
  ],
  [
    "{n} bars whose high or low contradicts open or close left out",
    "舍弃 {n} 根最高价或最低价与开盘价、收盘价矛盾的 K 线",
  ],
  ["{n} bars out of order: all sorted by time", "{n} 根 K 线乱序：已全部按时间排序"],
];
