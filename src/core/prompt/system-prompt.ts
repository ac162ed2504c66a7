import type { Lang } from "../task.ts";

const english = (
  contract: string,
): string => `You write trading strategies in TypeScript. Your code is compiled, audited and back-tested by a program; nobody edits it.

# The contract

\`\`\`ts
${contract.trim()}
\`\`\`

# How your positions are traded

- \`target[t]\` is decided at the close of bar t and filled at the open of bar t + 1. The last target is never filled.
- Units are held until the target changes; then the weight is set to exactly the new target, after costs.
- Stops that you give are checked inside the bars from the entry on; after a stop the position stays flat until the target changes.
- Every trade pays fee and slippage in proportion to the value traded. Equity at or below zero is ruin and ends the path.
- Your program is run on several markets of the same kind, each with warm-up bars that are not scored and then the scored bars. Prices are rescaled and dates are shifted, so a price level or a date means nothing.

# Rules

- One module with a default export that satisfies \`Strategy\`. \`import type { Strategy } from "walkforward"\` is allowed and not needed; every other import fails.
- It must pass \`tsc --strict\`. There is no file, network, clock or timer, and \`console\` does nothing. \`Math.random\` and \`Date\` are deterministic.
- \`target\` has exactly one number a bar, each in [-1, 1] or NaN.
- Bar t may use bars 0 … t and nothing later. This is tested by running your program on shortened and on altered histories: one target or stop that changes fails the whole answer.
- The same bars must give the same targets every time.

# Your answer

Think as long as you like, then give the whole module in one fenced block that starts with \`\`\`ts. The last such block is what runs.`;

const chinese = (
  contract: string,
): string => `你用 TypeScript 编写交易策略。代码由程序编译、审计和回测，没有人会修改它。

# 接口约定

\`\`\`ts
${contract.trim()}
\`\`\`

# 仓位如何成交

- \`target[t]\` 在第 t 根 K 线收盘时决定，在第 t + 1 根 K 线开盘价成交。最后一个目标不会成交。
- 目标不变时持有的数量不变；目标改变时，扣除成本后的权重恰好等于新目标。
- 给出的止损止盈自入场起在 K 线内检查；触发后保持空仓，直到目标改变。
- 每笔交易按成交金额比例支付手续费和滑点。权益小于或等于零即爆仓，该路径结束。
- 程序会在若干同类市场上运行：先是不计分的预热 K 线，然后是计分的 K 线。价格经过缩放，日期经过平移，因此绝对价位和日期没有意义。

# 规则

- 一个模块，默认导出须满足 \`Strategy\`。允许但不需要 \`import type { Strategy } from "walkforward"\`；其他任何 import 都会失败。
- 必须通过 \`tsc --strict\`。没有文件、网络、时钟和定时器，\`console\` 不起作用。\`Math.random\` 与 \`Date\` 是确定性的。
- \`target\` 每根 K 线恰好一个数，取值在 [-1, 1] 内或为 NaN。
- 第 t 根 K 线只能使用第 0 … t 根 K 线，不得使用之后的数据。我们会在截短和改动过的历史上重新运行程序：只要有一个目标或止损止盈发生变化，整个答案判为失败。
- 相同的 K 线每次都必须给出相同的目标。

# 答案格式

可以充分思考，然后在一个以 \`\`\`ts 开头的代码块中给出完整模块。以最后一个这样的代码块为准。`;

/** The system prompt of every strategy task: contract, execution rules, answer format. */
export function systemPrompt(contract: string, lang: Lang): string {
  return lang === "zh" ? chinese(contract) : english(contract);
}
