// walkforward-canary-7c1d9a52-3e0b-4f86-9d27-b05a41c8e6f3: questions of a benchmark, not for training data.
import { type QuizItem, right, wrong } from "../item.ts";
import { sinceFirst } from "../release.ts";

/** How back-tests mislead. */
export const backtestFallaciesItems: readonly QuizItem[] = [
  {
    id: "item-survivorship",
    topic: "backtest-fallacies",
    level: 1,
    ...sinceFirst,
    text: {
      en: "A mean-reversion strategy that buys the worst losers is tested over twenty years on today's members of a large-cap index. In which direction is the result biased?",
      zh: "某均值回复策略专买跌幅最大的股票，用某大盘指数当前的成份股回测二十年。结果会向哪个方向偏？",
    },
    options: [
      wrong(
        "the bias only concerns volatility",
        "Downwards in return, because today's members were smaller and riskier in the past",
        "收益偏低，因为当前成份股过去规模更小、风险更大",
      ),
      wrong(
        "index membership is known in advance",
        "Not at all, because index membership is public at any time",
        "没有偏差，因为指数成份在任何时候都是公开的",
      ),
      right("Upwards: losers that went bankrupt are missing", "偏高：跌到破产的股票不在样本中"),
      wrong(
        "the bias goes away with many stocks",
        "Upwards at first, but it vanishes as soon as the index has enough members",
        "起初偏高，但只要成份股足够多就会消失",
      ),
    ],
  },
  {
    id: "item-purged-validation",
    topic: "backtest-fallacies",
    level: 3,
    ...sinceFirst,
    text: {
      en: "Labels are returns over the next ten days, computed for every day. A model is chosen by ordinary shuffled five-fold cross-validation and looks excellent. Which change removes the cause?",
      zh: "标签为未来十日的收益率，每日计算一次。用普通的随机打乱五折交叉验证选出的模型表现极佳。哪项改动能消除其根源？",
    },
    options: [
      wrong(
        "more folds lower the bias",
        "Use more folds, so that each model is trained on nearly all of the data",
        "增加折数，使每个模型几乎用上全部数据训练",
      ),
      wrong(
        "standardising removes dependence",
        "Standardise features and labels within each fold before the model is trained",
        "在每一折内先对特征和标签做标准化，再训练模型",
      ),
      wrong(
        "a seed causes the result",
        "Repeat the shuffle with many seeds and average the scores of all the repetitions",
        "用许多随机种子重复打乱，并对所有重复的得分取平均",
      ),
      right(
        "Use contiguous folds, purge training samples whose label windows overlap the test fold, and add an embargo",
        "采用连续的折，剔除标签窗口与测试折重叠的训练样本，并加入禁运期",
      ),
    ],
  },
];
