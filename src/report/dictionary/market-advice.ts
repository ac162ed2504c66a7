/** What to do about what the lint finds, in English as its rules say it and in Chinese; {names} stand for what differs. */
export const marketAdvice: readonly (readonly [en: string, zh: string])[] = [
  [
    "Add it with --timezone {zone} if its clock is that, with --timezone UTC if it is not.",
    "若时间属于该时区，添加时使用 --timezone {zone}；若不是，使用 --timezone UTC。",
  ],
  [
    "Add it with --timezone and the clock of the file, e.g. America/New_York; --timezone UTC if it is that.",
    "添加时用 --timezone 指明文件的时区，例如 America/New_York；若确为 UTC，使用 --timezone UTC。",
  ],
  [
    "--repair drops the row; if there are many, look for another column that holds the date.",
    "--repair 会删除该行；若此类行很多，请查找存放日期的其他列。",
  ],
  ["--repair drops the row.", "--repair 会删除该行。"],
  [
    "--repair drops the row. Where prices are truly negative (crude oil, April 2020) cut the market before that day.",
    "--repair 会删除该行。若价格确为负数（如 2020 年 4 月的原油），请将行情截至该日之前。",
  ],
  ["--repair drops the later copies and leaves a gap.", "--repair 会删除后面的复制并留下缺口。"],
  ["--repair drops the copy.", "--repair 会删除重复的记录。"],
  [
    "Find out which is right. --repair-also duplicate-conflict keeps the first of the file.",
    "请查明哪一条正确。--repair-also duplicate-conflict 保留文件中的第一条。",
  ],
  ["Look whether the columns were understood as you expect.", "请检查各列的解读是否符合预期。"],
  ["Get a longer history for anything but a try.", "除试用外，请获取更长的历史。"],
  [
    "Cut the period off, or do not judge by it what works on ranges, stops or opens.",
    "请截去该时段，或不要用它评判依赖振幅、止损或开盘价的策略。",
  ],
  [
    "Usual in quiet minutes. In a daily file look whether the exchange was open.",
    "在清淡的分钟里属正常。若为日线，请检查交易所当日是否开市。",
  ],
  [
    "Look what happened; for missing pieces get them, for a suspension cut the market there. No strategy could trade across it.",
    "请查明原因；缺失的部分请补齐，若为停牌则在该处截断。没有策略能在此期间交易。",
  ],
  ["Compare with another vendor, and get the missing days.", "请与其他数据源比对并补齐缺失的日期。"],
  [
    "Look at the bars: copies of the day before, or quotes of another venue, are not sessions.",
    "请查看这些 K 线：前一日的复制或其他场所的报价不算交易日。",
  ],
  ["--repair widens high and low to hold open and close.", "--repair 会扩大最高价与最低价以包含开盘价和收盘价。"],
  [
    "Compare the days with another vendor. --repair-also high-low widens high and low to hold all four.",
    "请与其他数据源比对这些日期。--repair-also high-low 会扩大最高价与最低价以包含四个价格。",
  ],
  [
    "State the interval that the bars have: everything annualised depends on it.",
    "请注明 K 线的实际周期：所有年化数值都取决于它。",
  ],
  ["Cut the stretch off, or get the whole history at one interval.", "请截去该段，或获取同一周期的完整历史。"],
  [
    "Cut the stretch off where one bar stands for a week: a year has fewer of them than the rest.",
    "若该段一根 K 线代表一周，请截去：其每年根数少于其余部分。",
  ],
  [
    "Look what happened that day; where the file goes on with something else, cut it there.",
    "请查明当日发生了什么；若文件此后换成了别的标的，请在该处截断。",
  ],
  [
    "Nothing to do for half days and quiet intervals; get the missing pieces of an outage.",
    "半日市与清淡时段无需处理；若为中断，请补齐缺失部分。",
  ],
  [
    "Cut the last bar off if it was under way; look at others beside another vendor's.",
    "若最后一根尚未走完，请截去；其余请与其他数据源比对。",
  ],
  ["Nothing to do: bars are stored oldest first.", "无需处理：K 线按由旧到新存储。"],
  [
    "--repair sorts the bars by time. Look at the rows first: a row out of place may carry a wrong date.",
    "--repair 会按时间排序。请先查看这些行：错位的行可能日期有误。",
  ],
  [
    "Compare with another vendor. --repair-also outlier drops the bars.",
    "请与其他数据源比对。--repair-also outlier 会删除这些 K 线。",
  ],
  ["Get prices adjusted for splits, bonus issues and dividends.", "请获取经拆股、送股与分红复权的价格。"],
  [
    "Shares of some boards have a wider limit. If this is none of them, get prices adjusted for splits, bonus issues and dividends.",
    "部分板块的涨跌停限制更宽。若不属于这些板块，请获取经拆股、送股与分红复权的价格。",
  ],
  [
    "Cut the stretch out, or divide its prices by the ratio if it is a change of unit.",
    "请截去该段；若为单位变化，请将其价格除以该比率。",
  ],
  ["Divide the prices by the point size before adding the market.", "添加前请将价格除以点值。"],
  [
    "State the zone in which the file's times were written; files in UTC and at a broker's clock are the usual cases.",
    "请注明文件时间所用的时区；常见的是 UTC 或经纪商的时钟。",
  ],
  [
    "Few trade there: cut them off unless the strategy is meant to.",
    "该时段成交稀少：除非策略有意在此交易，否则请截去。",
  ],
  [
    "Get adjusted prices. --repair-also split divides the prices before it and multiplies the volume.",
    "请获取复权价格。--repair-also split 会把此前的价格除以比率，成交量乘以比率。",
  ],
  [
    "Look whether shares were split that day: if they were, get adjusted prices; if not, it is a move like any other.",
    "请查明当日是否拆股：若是，请获取复权价格；若否，即为普通的价格变动。",
  ],
  [
    "Compare with another vendor; cut the stretch if the feed was stuck.",
    "请与其他数据源比对；若行情卡住，请截去该段。",
  ],
  ["--repair marks it as unknown.", "--repair 会将其标记为未知。"],
  [
    "--repair marks it as unknown, so that a strategy on volume is not fed zeros.",
    "--repair 会将其标记为未知，以免依赖成交量的策略读到零。",
  ],
  ["Nothing to do; orders would not have been filled on these bars.", "无需处理；在这些 K 线上委托不会成交。"],
  ["Nothing to do; strategies on volume see NaN there.", "无需处理；依赖成交量的策略在此读到 NaN。"],
  [
    "Do not compare volumes across the date; strategies on volume should use its ratio to a recent mean.",
    "请勿跨该日期比较成交量；依赖成交量的策略应使用其与近期均值之比。",
  ],
  [
    "Look whether they are sessions or quotes of another venue. --repair-also weekend drops them.",
    "请查明它们是交易日还是其他场所的报价。--repair-also weekend 会将其删除。",
  ],
  ["Special sessions are real bars: nothing to do.", "特别交易日是真实的 K 线：无需处理。"],
  ["Set the class to that of the instrument, or get the missing days.", "请将类别设为该品种的类别，或补齐缺失的日期。"],
  [
    "State the time zone in which the dates were written, or shift the dates; of an exchange open from Sunday to Thursday state its own (--timezone Asia/Riyadh).",
    "请注明日期所用的时区，或平移日期；若交易所周日至周四开市，请注明其时区（--timezone Asia/Riyadh）。",
  ],
];
