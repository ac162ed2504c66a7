import type { LintCheck } from "./lint-rule.ts";
import { cells } from "./rules/cells.ts";
import { copiedBars } from "./rules/copied-bars.ts";
import { duplicateTime } from "./rules/duplicate-time.ts";
import { barCount } from "./rules/few-bars.ts";
import { flat } from "./rules/flat-bars.ts";
import { gapRule } from "./rules/gap.ts";
import { highLow } from "./rules/high-low.ts";
import { intervalRule } from "./rules/interval.ts";
import { missingBarsRule } from "./rules/missing-bars.ts";
import { order } from "./rules/order.ts";
import { outlierRule } from "./rules/outlier.ts";
import { priceLimit } from "./rules/price-limit.ts";
import { scaleRule } from "./rules/scale-change.ts";
import { sessionHours } from "./rules/session-hours.ts";
import { splitRule } from "./rules/split.ts";
import { stalePrice } from "./rules/stale-price.ts";
import { volumeCells } from "./rules/volume-cells.ts";
import { volumeScaleRule } from "./rules/volume-scale.ts";
import { weekendRule } from "./rules/weekend.ts";

/** Every check of the lint, in the order in which their rules are documented. */
export const checks: readonly LintCheck[] = [
  barCount,
  cells,
  order,
  duplicateTime,
  copiedBars,
  highLow,
  stalePrice,
  flat,
  scaleRule,
  splitRule,
  priceLimit,
  outlierRule,
  volumeCells,
  volumeScaleRule,
  weekendRule,
  gapRule,
  missingBarsRule,
  intervalRule,
  sessionHours,
];
