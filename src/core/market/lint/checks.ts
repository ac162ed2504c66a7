import type { LintCheck } from "./lint-rule.ts";
import { assumedZoneCheck } from "./rules/assumed-zone.ts";
import { cellsCheck } from "./rules/cells.ts";
import { copiedBarsCheck } from "./rules/copied-bars.ts";
import { duplicateTimeCheck } from "./rules/duplicate-time.ts";
import { fewBarsCheck } from "./rules/few-bars.ts";
import { flatBarsCheck } from "./rules/flat-bars.ts";
import { gapCheck } from "./rules/gap.ts";
import { highLowCheck } from "./rules/high-low.ts";
import { intervalCheck } from "./rules/interval.ts";
import { jumpCheck } from "./rules/jump.ts";
import { missingBarsCheck } from "./rules/missing-bars.ts";
import { offGridCheck } from "./rules/off-grid.ts";
import { orderCheck } from "./rules/order.ts";
import { outlierCheck } from "./rules/outlier.ts";
import { priceLimitCheck } from "./rules/price-limit.ts";
import { scaleChangeCheck } from "./rules/scale-change.ts";
import { sessionHoursCheck } from "./rules/session-hours.ts";
import { splitCheck } from "./rules/split.ts";
import { stalePriceCheck } from "./rules/stale-price.ts";
import { volumeCellsCheck } from "./rules/volume-cells.ts";
import { volumeScaleCheck } from "./rules/volume-scale.ts";
import { weekendCheck } from "./rules/weekend.ts";

/** Every check of the lint, in the order in which their rules are documented. */
export const checks: readonly LintCheck[] = [
  fewBarsCheck,
  cellsCheck,
  orderCheck,
  duplicateTimeCheck,
  copiedBarsCheck,
  highLowCheck,
  stalePriceCheck,
  flatBarsCheck,
  scaleChangeCheck,
  splitCheck,
  priceLimitCheck,
  outlierCheck,
  jumpCheck,
  volumeCellsCheck,
  volumeScaleCheck,
  weekendCheck,
  gapCheck,
  missingBarsCheck,
  intervalCheck,
  offGridCheck,
  sessionHoursCheck,
  assumedZoneCheck,
];
