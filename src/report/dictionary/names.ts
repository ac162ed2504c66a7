import type { FailureKind, Stage } from "../../core/failure.ts";
import type { PathKind, Regime } from "../../core/paths/path.ts";
import type { QuizMark } from "../../core/quiz/question.ts";
import type { Topic } from "../../core/quiz/topics.ts";
import type { Lang, Track } from "../../core/task.ts";

/** A name in English and in Chinese. */
export type Name = readonly [en: string, zh: string];

/** A name for each word. */
type Names<Word extends string> = Readonly<Record<Word, Name>>;

/** What stored words are called in a page: the English name is the word as it stands in the run's files. */
export const names: {
  readonly track: Names<Track>;
  readonly stage: Names<Stage>;
  readonly failure: Names<FailureKind>;
  readonly path: Names<PathKind>;
  readonly regime: Names<Regime>;
  readonly topic: Names<Topic>;
  readonly lang: Names<Lang>;
  readonly outcome: Names<QuizMark["outcome"]>;
} = {
  track: {
    design: ["design", "设计"],
    improve: ["improve", "改进"],
    implement: ["implement", "实现"],
    repair: ["repair", "修复"],
    speed: ["speed", "提速"],
  },
  stage: {
    reply: ["reply", "作答"],
    code: ["code", "代码"],
    "type-check": ["type-check", "类型检查"],
    load: ["load", "加载"],
    run: ["run", "运行"],
    positions: ["positions", "仓位"],
    trades: ["trades", "交易"],
    determinism: ["determinism", "确定性"],
    "look-ahead": ["look-ahead", "前视审计"],
    scored: ["scored", "已评分"],
  },
  failure: {
    refusal: ["refusal", "拒绝作答"],
    "length-stop": ["length-stop", "超长截断"],
    "content-filter": ["content-filter", "内容过滤"],
    "empty-reply": ["empty-reply", "空回复"],
    "no-code": ["no-code", "没有代码"],
    "type-error": ["type-error", "类型错误"],
    "load-error": ["load-error", "加载错误"],
    "run-error": ["run-error", "运行错误"],
    timeout: ["timeout", "超时"],
    memory: ["memory", "内存超限"],
    crashed: ["crashed", "进程崩溃"],
    "bad-positions": ["bad-positions", "仓位无效"],
    "mandate-breach": ["mandate-breach", "违反授权"],
    "non-deterministic": ["non-deterministic", "结果不确定"],
    "look-ahead": ["look-ahead", "前视偏差"],
    unfaithful: ["unfaithful", "与参考不符"],
  },
  path: {
    history: ["history", "历史"],
    mirror: ["mirror", "镜像"],
    twin: ["twin", "孪生"],
    noise: ["noise", "噪声"],
  },
  regime: {
    rising: ["rising", "上涨"],
    falling: ["falling", "下跌"],
    flat: ["flat", "横盘"],
  },
  topic: {
    "returns-risk": ["returns-risk", "收益与风险"],
    execution: ["execution", "交易执行"],
    "order-types": ["order-types", "订单类型"],
    costs: ["costs", "交易成本"],
    "backtest-fallacies": ["backtest-fallacies", "回测陷阱"],
    statistics: ["statistics", "统计"],
    "time-series": ["time-series", "时间序列"],
    portfolio: ["portfolio", "投资组合"],
    derivatives: ["derivatives", "衍生品"],
    futures: ["futures", "期货"],
    "fx-crypto": ["fx-crypto", "外汇与加密货币"],
    "risk-management": ["risk-management", "风险管理"],
    "market-knowledge": ["market-knowledge", "市场知识"],
    numerics: ["numerics", "数值计算"],
  },
  lang: {
    en: ["English", "英文"],
    zh: ["Chinese", "中文"],
  },
  outcome: {
    right: ["right", "答对"],
    wrong: ["wrong", "答错"],
    unparsable: ["unparsable", "无法解析"],
  },
};
